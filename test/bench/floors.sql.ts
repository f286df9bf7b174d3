import type postgres from 'postgres'

export const idsOfEnquiries = async (owner: postgres.Sql, most: number): Promise<string[]> =>
  (await owner<{ id: string }[]>`select id from enquiries.enquiry limit ${most}`).map(row => row.id)

export const selectById = (owner: postgres.Sql, id: string): Promise<unknown> =>
  owner`select id, reference, subject, status, due_on from enquiries.enquiry where id = ${id}`

export const makeFloorTable = (owner: postgres.Sql): Promise<unknown> =>
  owner`create table bench_floor (id uuid primary key default uuidv7(), words text not null)`

export const insertFloorRow = (owner: postgres.Sql): Promise<unknown> =>
  owner`insert into bench_floor (words) values ('A row as small as rows are')`

export const dropFloorTable = (owner: postgres.Sql): Promise<unknown> => owner`drop table bench_floor`
