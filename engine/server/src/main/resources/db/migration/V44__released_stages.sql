-- The file in which a person's answer lies, for the attempt that goes on where one had given its node back.
alter table question add column answer_file uuid;
