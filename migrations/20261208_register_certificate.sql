-- The last certificate of good standing that was made of a cooperative, so that its calendar knows when it ends. What it says
-- stands in the certificate alone.
create table standing_certificate (
    number    text not null primary key,       -- of the cooperative
    issued_on text not null,
    until     text not null                    -- the last day on which it holds
) /*sqlite without rowid*/;
