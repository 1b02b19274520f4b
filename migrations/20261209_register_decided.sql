-- The desk asks what was decided last, by everyone and by whoever looks.
create index request_decided on request (decided_at, id);
create index request_decided_by on request (decided_by, decided_at);
