-- New search words wait in the index's pending list until the server merges them, outside of puts. A put merges them itself only
-- beyond this many kB, about 50,000 orders; at the default of 4 MB every 14,000th put would wait for a merge.
alter index sale_order_search set (gin_pending_list_limit = 16384);
