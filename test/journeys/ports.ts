import { createServer, type AddressInfo, type Server } from 'node:net'

/** Ports that are free at this moment; the system does not hand the same out again so soon. */
export async function freePorts(n: number): Promise<number[]> {
  const probes = await Promise.all(Array.from({ length: n }, listening))
  const ports = probes.map(probe => (probe.address() as AddressInfo).port)
  await Promise.all(probes.map(probe => new Promise(resolve => probe.close(resolve))))
  return ports
}

const listening = (): Promise<Server> =>
  new Promise(resolve => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => resolve(probe))
  })
