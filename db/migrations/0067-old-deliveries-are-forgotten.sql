-- What webhooks were told stood for ever. It is there to find out why something did not arrive, and a few weeks are enough
-- for that; the events themselves stay.

alter table connections.attempt drop constraint attempt_delivery_id_fkey,
  add constraint attempt_delivery_id_fkey foreign key (delivery_id) references connections.delivery on delete cascade;
grant delete on connections.delivery to one_stop_app;
