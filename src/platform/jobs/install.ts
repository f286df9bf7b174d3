import { PgBoss } from 'pg-boss'

/** Creates or upgrades the queue's own tables in the schema `jobs`, as the owner. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'jobs', supervise: false, schedule: false, max: 1 })
  boss.on('error', error => {
    throw error
  })
  await boss.start()
  await boss.stop({ graceful: false })
}
