-- Each room's view is asked by a statement of its own, planned once a connection (`home/waiting.sql.ts`): in one with all the others its plan took
-- three times as long (1.7 s of the first page on each connection), and every new view wanted the whole of it written anew.
drop function what_waits(int, int, int, text[], boolean, jsonb);
