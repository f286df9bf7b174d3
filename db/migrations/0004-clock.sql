-- Which days are worked: bank holidays of the three nations and the council's own closure days, in versions.
-- A clock is judged by the calendar; what it was judged by must stay readable. So nothing is changed or deleted here:
-- a day off is added in one version and may be taken out in a later one.

create schema clock;
grant usage on schema clock to one_stop_app;

-- One row for every change. `id` is what readers remember a calendar by: unlike the number it is never used twice, even
-- when the transaction that made the version is rolled back.
create table clock.calendar_version (
  version int primary key check (version > 0),
  id uuid not null unique default uuidv7(),
  made_at timestamptz not null,
  -- A person's id; null: the house itself. No foreign key: people is a later room, the clock knows nobody.
  made_by uuid,
  why text not null check (why ~ '\S')
);
grant select, insert on clock.calendar_version to one_stop_app;

create table clock.holiday (
  id uuid primary key default uuidv7(),
  nation text not null check (nation in ('england-and-wales', 'scotland', 'northern-ireland')),
  held_on date not null,
  name text not null check (name ~ '\S'),
  added_in int not null references clock.calendar_version,
  removed_in int references clock.calendar_version,
  check (removed_in > added_in)
);
-- a day is a holiday of a nation once
create unique index holiday_in_force on clock.holiday (nation, held_on) where removed_in is null;
create index holiday_added on clock.holiday (added_in);
create index holiday_removed on clock.holiday (removed_in) where removed_in is not null;
grant select, insert, update (removed_in) on clock.holiday to one_stop_app;

create table clock.closure (
  id uuid primary key default uuidv7(),
  closed_on date not null,
  name text not null check (name ~ '\S'),
  added_in int not null references clock.calendar_version,
  removed_in int references clock.calendar_version,
  check (removed_in > added_in)
);
create unique index closure_in_force on clock.closure (closed_on) where removed_in is null;
create index closure_added on clock.closure (added_in);
create index closure_removed on clock.closure (removed_in) where removed_in is not null;
grant select, insert, update (removed_in) on clock.closure to one_stop_app;

-- The first version: bank holidays by the rules of src/clock/bank-holidays.ts, written out so that a new house has a
-- calendar from its first moment. A test compares the two.
insert into clock.calendar_version (version, made_at, why) values (1, now(), 'Bank holidays from 2015 to 2035');

insert into clock.holiday (nation, held_on, name, added_in)
select nation, held_on::date, name, 1
from (values
  ('england-and-wales', '{
    "2015-01-01": "New Year’s Day",
    "2015-04-03": "Good Friday",
    "2015-04-06": "Easter Monday",
    "2015-05-04": "Early May bank holiday",
    "2015-05-25": "Spring bank holiday",
    "2015-08-31": "Summer bank holiday",
    "2015-12-25": "Christmas Day",
    "2015-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('england-and-wales', '{
    "2016-01-01": "New Year’s Day",
    "2016-03-25": "Good Friday",
    "2016-03-28": "Easter Monday",
    "2016-05-02": "Early May bank holiday",
    "2016-05-30": "Spring bank holiday",
    "2016-08-29": "Summer bank holiday",
    "2016-12-26": "Boxing Day",
    "2016-12-27": "Christmas Day (substitute day)"
  }'::jsonb),
  ('england-and-wales', '{
    "2017-01-02": "New Year’s Day (substitute day)",
    "2017-04-14": "Good Friday",
    "2017-04-17": "Easter Monday",
    "2017-05-01": "Early May bank holiday",
    "2017-05-29": "Spring bank holiday",
    "2017-08-28": "Summer bank holiday",
    "2017-12-25": "Christmas Day",
    "2017-12-26": "Boxing Day"
  }'::jsonb),
  ('england-and-wales', '{
    "2018-01-01": "New Year’s Day",
    "2018-03-30": "Good Friday",
    "2018-04-02": "Easter Monday",
    "2018-05-07": "Early May bank holiday",
    "2018-05-28": "Spring bank holiday",
    "2018-08-27": "Summer bank holiday",
    "2018-12-25": "Christmas Day",
    "2018-12-26": "Boxing Day"
  }'::jsonb),
  ('england-and-wales', '{
    "2019-01-01": "New Year’s Day",
    "2019-04-19": "Good Friday",
    "2019-04-22": "Easter Monday",
    "2019-05-06": "Early May bank holiday",
    "2019-05-27": "Spring bank holiday",
    "2019-08-26": "Summer bank holiday",
    "2019-12-25": "Christmas Day",
    "2019-12-26": "Boxing Day"
  }'::jsonb),
  ('england-and-wales', '{
    "2020-01-01": "New Year’s Day",
    "2020-04-10": "Good Friday",
    "2020-04-13": "Easter Monday",
    "2020-05-08": "Early May bank holiday (VE Day)",
    "2020-05-25": "Spring bank holiday",
    "2020-08-31": "Summer bank holiday",
    "2020-12-25": "Christmas Day",
    "2020-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('england-and-wales', '{
    "2021-01-01": "New Year’s Day",
    "2021-04-02": "Good Friday",
    "2021-04-05": "Easter Monday",
    "2021-05-03": "Early May bank holiday",
    "2021-05-31": "Spring bank holiday",
    "2021-08-30": "Summer bank holiday",
    "2021-12-27": "Christmas Day (substitute day)",
    "2021-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('england-and-wales', '{
    "2022-01-03": "New Year’s Day (substitute day)",
    "2022-04-15": "Good Friday",
    "2022-04-18": "Easter Monday",
    "2022-05-02": "Early May bank holiday",
    "2022-06-02": "Spring bank holiday",
    "2022-06-03": "Platinum Jubilee of Elizabeth II",
    "2022-08-29": "Summer bank holiday",
    "2022-09-19": "State funeral of Elizabeth II",
    "2022-12-26": "Boxing Day",
    "2022-12-27": "Christmas Day (substitute day)"
  }'::jsonb),
  ('england-and-wales', '{
    "2023-01-02": "New Year’s Day (substitute day)",
    "2023-04-07": "Good Friday",
    "2023-04-10": "Easter Monday",
    "2023-05-01": "Early May bank holiday",
    "2023-05-08": "Coronation of Charles III",
    "2023-05-29": "Spring bank holiday",
    "2023-08-28": "Summer bank holiday",
    "2023-12-25": "Christmas Day",
    "2023-12-26": "Boxing Day"
  }'::jsonb),
  ('england-and-wales', '{
    "2024-01-01": "New Year’s Day",
    "2024-03-29": "Good Friday",
    "2024-04-01": "Easter Monday",
    "2024-05-06": "Early May bank holiday",
    "2024-05-27": "Spring bank holiday",
    "2024-08-26": "Summer bank holiday",
    "2024-12-25": "Christmas Day",
    "2024-12-26": "Boxing Day"
  }'::jsonb),
  ('england-and-wales', '{
    "2025-01-01": "New Year’s Day",
    "2025-04-18": "Good Friday",
    "2025-04-21": "Easter Monday",
    "2025-05-05": "Early May bank holiday",
    "2025-05-26": "Spring bank holiday",
    "2025-08-25": "Summer bank holiday",
    "2025-12-25": "Christmas Day",
    "2025-12-26": "Boxing Day"
  }'::jsonb),
  ('england-and-wales', '{
    "2026-01-01": "New Year’s Day",
    "2026-04-03": "Good Friday",
    "2026-04-06": "Easter Monday",
    "2026-05-04": "Early May bank holiday",
    "2026-05-25": "Spring bank holiday",
    "2026-08-31": "Summer bank holiday",
    "2026-12-25": "Christmas Day",
    "2026-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('england-and-wales', '{
    "2027-01-01": "New Year’s Day",
    "2027-03-26": "Good Friday",
    "2027-03-29": "Easter Monday",
    "2027-05-03": "Early May bank holiday",
    "2027-05-31": "Spring bank holiday",
    "2027-08-30": "Summer bank holiday",
    "2027-12-27": "Christmas Day (substitute day)",
    "2027-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('england-and-wales', '{
    "2028-01-03": "New Year’s Day (substitute day)",
    "2028-04-14": "Good Friday",
    "2028-04-17": "Easter Monday",
    "2028-05-01": "Early May bank holiday",
    "2028-05-29": "Spring bank holiday",
    "2028-08-28": "Summer bank holiday",
    "2028-12-25": "Christmas Day",
    "2028-12-26": "Boxing Day"
  }'::jsonb),
  ('england-and-wales', '{
    "2029-01-01": "New Year’s Day",
    "2029-03-30": "Good Friday",
    "2029-04-02": "Easter Monday",
    "2029-05-07": "Early May bank holiday",
    "2029-05-28": "Spring bank holiday",
    "2029-08-27": "Summer bank holiday",
    "2029-12-25": "Christmas Day",
    "2029-12-26": "Boxing Day"
  }'::jsonb),
  ('england-and-wales', '{
    "2030-01-01": "New Year’s Day",
    "2030-04-19": "Good Friday",
    "2030-04-22": "Easter Monday",
    "2030-05-06": "Early May bank holiday",
    "2030-05-27": "Spring bank holiday",
    "2030-08-26": "Summer bank holiday",
    "2030-12-25": "Christmas Day",
    "2030-12-26": "Boxing Day"
  }'::jsonb),
  ('england-and-wales', '{
    "2031-01-01": "New Year’s Day",
    "2031-04-11": "Good Friday",
    "2031-04-14": "Easter Monday",
    "2031-05-05": "Early May bank holiday",
    "2031-05-26": "Spring bank holiday",
    "2031-08-25": "Summer bank holiday",
    "2031-12-25": "Christmas Day",
    "2031-12-26": "Boxing Day"
  }'::jsonb),
  ('england-and-wales', '{
    "2032-01-01": "New Year’s Day",
    "2032-03-26": "Good Friday",
    "2032-03-29": "Easter Monday",
    "2032-05-03": "Early May bank holiday",
    "2032-05-31": "Spring bank holiday",
    "2032-08-30": "Summer bank holiday",
    "2032-12-27": "Christmas Day (substitute day)",
    "2032-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('england-and-wales', '{
    "2033-01-03": "New Year’s Day (substitute day)",
    "2033-04-15": "Good Friday",
    "2033-04-18": "Easter Monday",
    "2033-05-02": "Early May bank holiday",
    "2033-05-30": "Spring bank holiday",
    "2033-08-29": "Summer bank holiday",
    "2033-12-26": "Boxing Day",
    "2033-12-27": "Christmas Day (substitute day)"
  }'::jsonb),
  ('england-and-wales', '{
    "2034-01-02": "New Year’s Day (substitute day)",
    "2034-04-07": "Good Friday",
    "2034-04-10": "Easter Monday",
    "2034-05-01": "Early May bank holiday",
    "2034-05-29": "Spring bank holiday",
    "2034-08-28": "Summer bank holiday",
    "2034-12-25": "Christmas Day",
    "2034-12-26": "Boxing Day"
  }'::jsonb),
  ('england-and-wales', '{
    "2035-01-01": "New Year’s Day",
    "2035-03-23": "Good Friday",
    "2035-03-26": "Easter Monday",
    "2035-05-07": "Early May bank holiday",
    "2035-05-28": "Spring bank holiday",
    "2035-08-27": "Summer bank holiday",
    "2035-12-25": "Christmas Day",
    "2035-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2015-01-01": "New Year’s Day",
    "2015-01-02": "2nd January",
    "2015-04-03": "Good Friday",
    "2015-05-04": "Early May bank holiday",
    "2015-05-25": "Spring bank holiday",
    "2015-08-03": "Summer bank holiday",
    "2015-11-30": "St Andrew’s Day",
    "2015-12-25": "Christmas Day",
    "2015-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('scotland', '{
    "2016-01-01": "New Year’s Day",
    "2016-01-04": "2nd January (substitute day)",
    "2016-03-25": "Good Friday",
    "2016-05-02": "Early May bank holiday",
    "2016-05-30": "Spring bank holiday",
    "2016-08-01": "Summer bank holiday",
    "2016-11-30": "St Andrew’s Day",
    "2016-12-26": "Boxing Day",
    "2016-12-27": "Christmas Day (substitute day)"
  }'::jsonb),
  ('scotland', '{
    "2017-01-02": "2nd January",
    "2017-01-03": "New Year’s Day (substitute day)",
    "2017-04-14": "Good Friday",
    "2017-05-01": "Early May bank holiday",
    "2017-05-29": "Spring bank holiday",
    "2017-08-07": "Summer bank holiday",
    "2017-11-30": "St Andrew’s Day",
    "2017-12-25": "Christmas Day",
    "2017-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2018-01-01": "New Year’s Day",
    "2018-01-02": "2nd January",
    "2018-03-30": "Good Friday",
    "2018-05-07": "Early May bank holiday",
    "2018-05-28": "Spring bank holiday",
    "2018-08-06": "Summer bank holiday",
    "2018-11-30": "St Andrew’s Day",
    "2018-12-25": "Christmas Day",
    "2018-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2019-01-01": "New Year’s Day",
    "2019-01-02": "2nd January",
    "2019-04-19": "Good Friday",
    "2019-05-06": "Early May bank holiday",
    "2019-05-27": "Spring bank holiday",
    "2019-08-05": "Summer bank holiday",
    "2019-12-02": "St Andrew’s Day (substitute day)",
    "2019-12-25": "Christmas Day",
    "2019-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2020-01-01": "New Year’s Day",
    "2020-01-02": "2nd January",
    "2020-04-10": "Good Friday",
    "2020-05-08": "Early May bank holiday (VE Day)",
    "2020-05-25": "Spring bank holiday",
    "2020-08-03": "Summer bank holiday",
    "2020-11-30": "St Andrew’s Day",
    "2020-12-25": "Christmas Day",
    "2020-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('scotland', '{
    "2021-01-01": "New Year’s Day",
    "2021-01-04": "2nd January (substitute day)",
    "2021-04-02": "Good Friday",
    "2021-05-03": "Early May bank holiday",
    "2021-05-31": "Spring bank holiday",
    "2021-08-02": "Summer bank holiday",
    "2021-11-30": "St Andrew’s Day",
    "2021-12-27": "Christmas Day (substitute day)",
    "2021-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('scotland', '{
    "2022-01-03": "New Year’s Day (substitute day)",
    "2022-01-04": "2nd January (substitute day)",
    "2022-04-15": "Good Friday",
    "2022-05-02": "Early May bank holiday",
    "2022-06-02": "Spring bank holiday",
    "2022-06-03": "Platinum Jubilee of Elizabeth II",
    "2022-08-01": "Summer bank holiday",
    "2022-09-19": "State funeral of Elizabeth II",
    "2022-11-30": "St Andrew’s Day",
    "2022-12-26": "Boxing Day",
    "2022-12-27": "Christmas Day (substitute day)"
  }'::jsonb),
  ('scotland', '{
    "2023-01-02": "2nd January",
    "2023-01-03": "New Year’s Day (substitute day)",
    "2023-04-07": "Good Friday",
    "2023-05-01": "Early May bank holiday",
    "2023-05-08": "Coronation of Charles III",
    "2023-05-29": "Spring bank holiday",
    "2023-08-07": "Summer bank holiday",
    "2023-11-30": "St Andrew’s Day",
    "2023-12-25": "Christmas Day",
    "2023-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2024-01-01": "New Year’s Day",
    "2024-01-02": "2nd January",
    "2024-03-29": "Good Friday",
    "2024-05-06": "Early May bank holiday",
    "2024-05-27": "Spring bank holiday",
    "2024-08-05": "Summer bank holiday",
    "2024-12-02": "St Andrew’s Day (substitute day)",
    "2024-12-25": "Christmas Day",
    "2024-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2025-01-01": "New Year’s Day",
    "2025-01-02": "2nd January",
    "2025-04-18": "Good Friday",
    "2025-05-05": "Early May bank holiday",
    "2025-05-26": "Spring bank holiday",
    "2025-08-04": "Summer bank holiday",
    "2025-12-01": "St Andrew’s Day (substitute day)",
    "2025-12-25": "Christmas Day",
    "2025-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2026-01-01": "New Year’s Day",
    "2026-01-02": "2nd January",
    "2026-04-03": "Good Friday",
    "2026-05-04": "Early May bank holiday",
    "2026-05-25": "Spring bank holiday",
    "2026-06-15": "Scotland at the men’s World Cup",
    "2026-08-03": "Summer bank holiday",
    "2026-11-30": "St Andrew’s Day",
    "2026-12-25": "Christmas Day",
    "2026-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('scotland', '{
    "2027-01-01": "New Year’s Day",
    "2027-01-04": "2nd January (substitute day)",
    "2027-03-26": "Good Friday",
    "2027-05-03": "Early May bank holiday",
    "2027-05-31": "Spring bank holiday",
    "2027-08-02": "Summer bank holiday",
    "2027-11-30": "St Andrew’s Day",
    "2027-12-27": "Christmas Day (substitute day)",
    "2027-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('scotland', '{
    "2028-01-03": "New Year’s Day (substitute day)",
    "2028-01-04": "2nd January (substitute day)",
    "2028-04-14": "Good Friday",
    "2028-05-01": "Early May bank holiday",
    "2028-05-29": "Spring bank holiday",
    "2028-08-07": "Summer bank holiday",
    "2028-11-30": "St Andrew’s Day",
    "2028-12-25": "Christmas Day",
    "2028-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2029-01-01": "New Year’s Day",
    "2029-01-02": "2nd January",
    "2029-03-30": "Good Friday",
    "2029-05-07": "Early May bank holiday",
    "2029-05-28": "Spring bank holiday",
    "2029-08-06": "Summer bank holiday",
    "2029-11-30": "St Andrew’s Day",
    "2029-12-25": "Christmas Day",
    "2029-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2030-01-01": "New Year’s Day",
    "2030-01-02": "2nd January",
    "2030-04-19": "Good Friday",
    "2030-05-06": "Early May bank holiday",
    "2030-05-27": "Spring bank holiday",
    "2030-08-05": "Summer bank holiday",
    "2030-12-02": "St Andrew’s Day (substitute day)",
    "2030-12-25": "Christmas Day",
    "2030-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2031-01-01": "New Year’s Day",
    "2031-01-02": "2nd January",
    "2031-04-11": "Good Friday",
    "2031-05-05": "Early May bank holiday",
    "2031-05-26": "Spring bank holiday",
    "2031-08-04": "Summer bank holiday",
    "2031-12-01": "St Andrew’s Day (substitute day)",
    "2031-12-25": "Christmas Day",
    "2031-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2032-01-01": "New Year’s Day",
    "2032-01-02": "2nd January",
    "2032-03-26": "Good Friday",
    "2032-05-03": "Early May bank holiday",
    "2032-05-31": "Spring bank holiday",
    "2032-08-02": "Summer bank holiday",
    "2032-11-30": "St Andrew’s Day",
    "2032-12-27": "Christmas Day (substitute day)",
    "2032-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('scotland', '{
    "2033-01-03": "New Year’s Day (substitute day)",
    "2033-01-04": "2nd January (substitute day)",
    "2033-04-15": "Good Friday",
    "2033-05-02": "Early May bank holiday",
    "2033-05-30": "Spring bank holiday",
    "2033-08-01": "Summer bank holiday",
    "2033-11-30": "St Andrew’s Day",
    "2033-12-26": "Boxing Day",
    "2033-12-27": "Christmas Day (substitute day)"
  }'::jsonb),
  ('scotland', '{
    "2034-01-02": "2nd January",
    "2034-01-03": "New Year’s Day (substitute day)",
    "2034-04-07": "Good Friday",
    "2034-05-01": "Early May bank holiday",
    "2034-05-29": "Spring bank holiday",
    "2034-08-07": "Summer bank holiday",
    "2034-11-30": "St Andrew’s Day",
    "2034-12-25": "Christmas Day",
    "2034-12-26": "Boxing Day"
  }'::jsonb),
  ('scotland', '{
    "2035-01-01": "New Year’s Day",
    "2035-01-02": "2nd January",
    "2035-03-23": "Good Friday",
    "2035-05-07": "Early May bank holiday",
    "2035-05-28": "Spring bank holiday",
    "2035-08-06": "Summer bank holiday",
    "2035-11-30": "St Andrew’s Day",
    "2035-12-25": "Christmas Day",
    "2035-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2015-01-01": "New Year’s Day",
    "2015-03-17": "St Patrick’s Day",
    "2015-04-03": "Good Friday",
    "2015-04-06": "Easter Monday",
    "2015-05-04": "Early May bank holiday",
    "2015-05-25": "Spring bank holiday",
    "2015-07-13": "Battle of the Boyne (substitute day)",
    "2015-08-31": "Summer bank holiday",
    "2015-12-25": "Christmas Day",
    "2015-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('northern-ireland', '{
    "2016-01-01": "New Year’s Day",
    "2016-03-17": "St Patrick’s Day",
    "2016-03-25": "Good Friday",
    "2016-03-28": "Easter Monday",
    "2016-05-02": "Early May bank holiday",
    "2016-05-30": "Spring bank holiday",
    "2016-07-12": "Battle of the Boyne",
    "2016-08-29": "Summer bank holiday",
    "2016-12-26": "Boxing Day",
    "2016-12-27": "Christmas Day (substitute day)"
  }'::jsonb),
  ('northern-ireland', '{
    "2017-01-02": "New Year’s Day (substitute day)",
    "2017-03-17": "St Patrick’s Day",
    "2017-04-14": "Good Friday",
    "2017-04-17": "Easter Monday",
    "2017-05-01": "Early May bank holiday",
    "2017-05-29": "Spring bank holiday",
    "2017-07-12": "Battle of the Boyne",
    "2017-08-28": "Summer bank holiday",
    "2017-12-25": "Christmas Day",
    "2017-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2018-01-01": "New Year’s Day",
    "2018-03-19": "St Patrick’s Day (substitute day)",
    "2018-03-30": "Good Friday",
    "2018-04-02": "Easter Monday",
    "2018-05-07": "Early May bank holiday",
    "2018-05-28": "Spring bank holiday",
    "2018-07-12": "Battle of the Boyne",
    "2018-08-27": "Summer bank holiday",
    "2018-12-25": "Christmas Day",
    "2018-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2019-01-01": "New Year’s Day",
    "2019-03-18": "St Patrick’s Day (substitute day)",
    "2019-04-19": "Good Friday",
    "2019-04-22": "Easter Monday",
    "2019-05-06": "Early May bank holiday",
    "2019-05-27": "Spring bank holiday",
    "2019-07-12": "Battle of the Boyne",
    "2019-08-26": "Summer bank holiday",
    "2019-12-25": "Christmas Day",
    "2019-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2020-01-01": "New Year’s Day",
    "2020-03-17": "St Patrick’s Day",
    "2020-04-10": "Good Friday",
    "2020-04-13": "Easter Monday",
    "2020-05-08": "Early May bank holiday (VE Day)",
    "2020-05-25": "Spring bank holiday",
    "2020-07-13": "Battle of the Boyne (substitute day)",
    "2020-08-31": "Summer bank holiday",
    "2020-12-25": "Christmas Day",
    "2020-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('northern-ireland', '{
    "2021-01-01": "New Year’s Day",
    "2021-03-17": "St Patrick’s Day",
    "2021-04-02": "Good Friday",
    "2021-04-05": "Easter Monday",
    "2021-05-03": "Early May bank holiday",
    "2021-05-31": "Spring bank holiday",
    "2021-07-12": "Battle of the Boyne",
    "2021-08-30": "Summer bank holiday",
    "2021-12-27": "Christmas Day (substitute day)",
    "2021-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('northern-ireland', '{
    "2022-01-03": "New Year’s Day (substitute day)",
    "2022-03-17": "St Patrick’s Day",
    "2022-04-15": "Good Friday",
    "2022-04-18": "Easter Monday",
    "2022-05-02": "Early May bank holiday",
    "2022-06-02": "Spring bank holiday",
    "2022-06-03": "Platinum Jubilee of Elizabeth II",
    "2022-07-12": "Battle of the Boyne",
    "2022-08-29": "Summer bank holiday",
    "2022-09-19": "State funeral of Elizabeth II",
    "2022-12-26": "Boxing Day",
    "2022-12-27": "Christmas Day (substitute day)"
  }'::jsonb),
  ('northern-ireland', '{
    "2023-01-02": "New Year’s Day (substitute day)",
    "2023-03-17": "St Patrick’s Day",
    "2023-04-07": "Good Friday",
    "2023-04-10": "Easter Monday",
    "2023-05-01": "Early May bank holiday",
    "2023-05-08": "Coronation of Charles III",
    "2023-05-29": "Spring bank holiday",
    "2023-07-12": "Battle of the Boyne",
    "2023-08-28": "Summer bank holiday",
    "2023-12-25": "Christmas Day",
    "2023-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2024-01-01": "New Year’s Day",
    "2024-03-18": "St Patrick’s Day (substitute day)",
    "2024-03-29": "Good Friday",
    "2024-04-01": "Easter Monday",
    "2024-05-06": "Early May bank holiday",
    "2024-05-27": "Spring bank holiday",
    "2024-07-12": "Battle of the Boyne",
    "2024-08-26": "Summer bank holiday",
    "2024-12-25": "Christmas Day",
    "2024-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2025-01-01": "New Year’s Day",
    "2025-03-17": "St Patrick’s Day",
    "2025-04-18": "Good Friday",
    "2025-04-21": "Easter Monday",
    "2025-05-05": "Early May bank holiday",
    "2025-05-26": "Spring bank holiday",
    "2025-07-14": "Battle of the Boyne (substitute day)",
    "2025-08-25": "Summer bank holiday",
    "2025-12-25": "Christmas Day",
    "2025-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2026-01-01": "New Year’s Day",
    "2026-03-17": "St Patrick’s Day",
    "2026-04-03": "Good Friday",
    "2026-04-06": "Easter Monday",
    "2026-05-04": "Early May bank holiday",
    "2026-05-25": "Spring bank holiday",
    "2026-07-13": "Battle of the Boyne (substitute day)",
    "2026-08-31": "Summer bank holiday",
    "2026-12-25": "Christmas Day",
    "2026-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('northern-ireland', '{
    "2027-01-01": "New Year’s Day",
    "2027-03-17": "St Patrick’s Day",
    "2027-03-26": "Good Friday",
    "2027-03-29": "Easter Monday",
    "2027-05-03": "Early May bank holiday",
    "2027-05-31": "Spring bank holiday",
    "2027-07-12": "Battle of the Boyne",
    "2027-08-30": "Summer bank holiday",
    "2027-12-27": "Christmas Day (substitute day)",
    "2027-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('northern-ireland', '{
    "2028-01-03": "New Year’s Day (substitute day)",
    "2028-03-17": "St Patrick’s Day",
    "2028-04-14": "Good Friday",
    "2028-04-17": "Easter Monday",
    "2028-05-01": "Early May bank holiday",
    "2028-05-29": "Spring bank holiday",
    "2028-07-12": "Battle of the Boyne",
    "2028-08-28": "Summer bank holiday",
    "2028-12-25": "Christmas Day",
    "2028-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2029-01-01": "New Year’s Day",
    "2029-03-19": "St Patrick’s Day (substitute day)",
    "2029-03-30": "Good Friday",
    "2029-04-02": "Easter Monday",
    "2029-05-07": "Early May bank holiday",
    "2029-05-28": "Spring bank holiday",
    "2029-07-12": "Battle of the Boyne",
    "2029-08-27": "Summer bank holiday",
    "2029-12-25": "Christmas Day",
    "2029-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2030-01-01": "New Year’s Day",
    "2030-03-18": "St Patrick’s Day (substitute day)",
    "2030-04-19": "Good Friday",
    "2030-04-22": "Easter Monday",
    "2030-05-06": "Early May bank holiday",
    "2030-05-27": "Spring bank holiday",
    "2030-07-12": "Battle of the Boyne",
    "2030-08-26": "Summer bank holiday",
    "2030-12-25": "Christmas Day",
    "2030-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2031-01-01": "New Year’s Day",
    "2031-03-17": "St Patrick’s Day",
    "2031-04-11": "Good Friday",
    "2031-04-14": "Easter Monday",
    "2031-05-05": "Early May bank holiday",
    "2031-05-26": "Spring bank holiday",
    "2031-07-14": "Battle of the Boyne (substitute day)",
    "2031-08-25": "Summer bank holiday",
    "2031-12-25": "Christmas Day",
    "2031-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2032-01-01": "New Year’s Day",
    "2032-03-17": "St Patrick’s Day",
    "2032-03-26": "Good Friday",
    "2032-03-29": "Easter Monday",
    "2032-05-03": "Early May bank holiday",
    "2032-05-31": "Spring bank holiday",
    "2032-07-12": "Battle of the Boyne",
    "2032-08-30": "Summer bank holiday",
    "2032-12-27": "Christmas Day (substitute day)",
    "2032-12-28": "Boxing Day (substitute day)"
  }'::jsonb),
  ('northern-ireland', '{
    "2033-01-03": "New Year’s Day (substitute day)",
    "2033-03-17": "St Patrick’s Day",
    "2033-04-15": "Good Friday",
    "2033-04-18": "Easter Monday",
    "2033-05-02": "Early May bank holiday",
    "2033-05-30": "Spring bank holiday",
    "2033-07-12": "Battle of the Boyne",
    "2033-08-29": "Summer bank holiday",
    "2033-12-26": "Boxing Day",
    "2033-12-27": "Christmas Day (substitute day)"
  }'::jsonb),
  ('northern-ireland', '{
    "2034-01-02": "New Year’s Day (substitute day)",
    "2034-03-17": "St Patrick’s Day",
    "2034-04-07": "Good Friday",
    "2034-04-10": "Easter Monday",
    "2034-05-01": "Early May bank holiday",
    "2034-05-29": "Spring bank holiday",
    "2034-07-12": "Battle of the Boyne",
    "2034-08-28": "Summer bank holiday",
    "2034-12-25": "Christmas Day",
    "2034-12-26": "Boxing Day"
  }'::jsonb),
  ('northern-ireland', '{
    "2035-01-01": "New Year’s Day",
    "2035-03-19": "St Patrick’s Day (substitute day)",
    "2035-03-23": "Good Friday",
    "2035-03-26": "Easter Monday",
    "2035-05-07": "Early May bank holiday",
    "2035-05-28": "Spring bank holiday",
    "2035-07-12": "Battle of the Boyne",
    "2035-08-27": "Summer bank holiday",
    "2035-12-25": "Christmas Day",
    "2035-12-26": "Boxing Day"
  }'::jsonb)
) as years (nation, days), jsonb_each_text(days) as listed (held_on, name);
