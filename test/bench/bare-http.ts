import fastify from 'fastify'

/** The same HTTP server with nothing behind it; says its port. */
const server = fastify()
server.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send('<p>Hello</p>'))
console.log(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port)
