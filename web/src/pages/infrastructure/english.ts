/** English meanings of the server's limits, by name; the Russian ones come from the server. */
export const LIMIT_MEANINGS: Readonly<Record<string, string>> = {
  DATA_DIR: 'Folder of the embedded PostgreSQL; made when it is missing',
  HOST: 'Address on which requests are taken; `0.0.0.0`: on all',
  PORT: 'Port; `0`: any that is free',
  LOG_LEVEL: 'How much the log on stderr says',
  TRUST_PROXY: 'Whose `X-Forwarded-*` headers count: `no`: nobody’s, or addresses of proxies',
  PUBLIC_URL: 'Address of the server from outside, of which the address for 1C is made',
  DATABASE_URL: 'Address of PostgreSQL; without it an embedded one runs in `DATA_DIR`',
  DATABASE_POOL_SIZE:
    'Connections to the database for REST and the web app of one server; requests of one location hold half of them at most, the others wait their turn',
  DATABASE_EXCHANGE_POOL_SIZE:
    'Connections to the database for 1C of one server: nobody else uses them; giving and confirming orders of one integration holds half of them at most, of one location three quarters',
  DATABASE_HEALTH_POOL_SIZE:
    'Connections to the database for `/readyz`, recalculation and clearing up of one server',
  DATABASE_WEBHOOK_POOL_SIZE:
    'Connections to the database that sending webhooks uses; its queue takes three more',
  DATABASE_UPLOAD_POOL_SIZE:
    'Connections to the database for files of 1C; receiving files of one integration holds half of them at most, of one location three quarters',
  DATABASE_STATEMENT_TIMEOUT_SECONDS: 'Seconds that one statement may take; 0: any number',
  DATABASE_LOCK_TIMEOUT_SECONDS:
    'Seconds that a statement waits for a lock, or for its turn while its location holds its part of the connections; then the answer is 503',
  DATABASE_IDLE_TRANSACTION_SECONDS: 'After how many idle seconds the database ends a transaction',
  DATABASE_SILENCE_SECONDS:
    'After how many silent seconds the database is asked whether it is there; as long again, and the answer is 503. A connection to it may take as long',
  HEADER_LIMIT: 'Size of the headers of a request',
  REQUEST_BODY_LIMIT: 'Size of the body of `PUT /orders/{id}`: of one order',
  SMALL_BODY_LIMIT:
    'Size of the body of any other REST request (settings, actions, people), except `orders:batch` and files; it is small because nobody is answered while it is parsed',
  PUBLIC_BODY_LIMIT: 'Size of a body from somebody who has not signed in: sign-in, invitation',
  REQUEST_BYTES_LIMIT:
    'Bytes of bodies of REST requests and of lines of `orders:batch` in memory at once, half of them of one location at most; beyond that 503, to be repeated in some seconds',
  BATCH_LINE_LIMIT: 'Size of one line (one order) in `orders:batch` and `orders import`',
  EXCHANGE_BODY_LIMIT: 'Size of what 1C sends in one request',
  INTAKE_GROUP_LIMIT:
    'Bytes of orders of `orders:batch` and `orders import` that are saved at a time (one order, however large): decides what memory taking orders needs',
  INTAKE_THREADS: 'Threads that read and check orders',
  INTAKE_QUEUE:
    'Groups and large orders that may wait to be read, half of them of one location; beyond that they are refused, to be repeated in some seconds',
  ORDER_PAGE_LIMIT:
    'Bytes of orders that are read at a time for 1C and for a view (one order, however large): decides what memory one answer needs',
  DOWNLOAD_BYTES_LIMIT:
    'Bytes of orders in memory that are being given to 1C and shown as XML, all together; of one company half of them at most. Beyond that an answer waits its turn; a single order goes, however large',
  DOWNLOAD_HOLD_SECONDS:
    'Seconds that 1C may take for one page of orders (`ORDER_PAGE_LIMIT`) while others wait for it; after that the answer is cut, and its orders stay owed',
  DOWNLOAD_STALL_SECONDS:
    'Seconds that 1C may take nothing of an answer with orders while others wait for it; after that the answer is cut, and its orders stay owed',
  DOWNLOAD_WAIT_SECONDS:
    'Seconds that an answer with orders waits for memory; after that it is refused, to be repeated',
  ORDER_LIST_PROBE: 'Orders that a page of the list looks at first; if few of them match, indexes are used',
  ORDER_LIST_WALK:
    'Orders that a page of the list walks through in one statement; 25 times as many for orders that go to no 1C',
  ORDER_LIST_CANDIDATES:
    'Orders found by an index that a page of the list sorts; if there are more, it goes on part by part of the list',
  ORDER_LIST_SECONDS:
    'Seconds that a page of the list walks when no index helps; then it is shorter, and the next one goes on',
  EXPORT_ROW_LIMIT: 'Rows of one CSV or XLSX file; if more match, its last row says so',
  DRY_RUN_LIMIT: 'Bytes of orders that one dry run looks at; it does not look at the others',
  DRY_RUN_MEMORY: 'Memory of one dry run; one that needs more is refused, the server goes on',
  DRY_RUN_SECONDS: 'Seconds in which a dry run must end, waiting included',
  DRY_RUNS_AT_ONCE: 'Dry runs at once; others wait',
  DRY_RUN_QUEUE: 'Dry runs that may wait; beyond that they are refused. Two of one location at most',
  API_RATE_LIMIT: 'REST requests a minute of one token or address, beyond that 429; 0: any number',
  EXCHANGE_SESSION_HOURS: 'After how many hours without a call a session of 1C is forgotten',
  WEB_SESSION_DAYS: 'After how many days without a call a person must sign in again',
  INVITATION_DAYS: 'Days that an invitation is valid',
  SIGN_IN_ATTEMPTS: 'Failed sign-ins of one name from one address within `SIGN_IN_LOCK_MINUTES`',
  SIGN_IN_ADDRESS_ATTEMPTS:
    'Failed sign-ins of any names from one address (of IPv6, one /64) within `SIGN_IN_LOCK_MINUTES`; a 1C with the right password is not held up',
  SIGN_IN_LOGIN_ATTEMPTS:
    'Failed sign-ins of one name from all addresses within `SIGN_IN_LOCK_MINUTES`; open sessions stay, and where a person has signed in before they can again',
  SIGN_IN_LOCK_MINUTES: 'Minutes for which signing in is closed after that',
  PASSWORD_HASHES_AT_ONCE: 'Passwords of people that are checked at once; never more than processors',
  PASSWORD_HASH_QUEUE: 'Sign-ins that may wait for that, beyond it 429',
  PASSWORD_HASH_COST:
    'What hashing the passwords of people costs (log2 of N, scrypt): each step doubles time and memory, 15 takes 32 MB and about 0.1 s. Less than 15 is for trials only',
  UPLOAD_PART_LIMIT: 'Size of one part of a file of 1C (mode=file)',
  UPLOAD_BYTES_LIMIT:
    'Bytes of parts of files of 1C under way that the server holds in memory, and as many of their copies for the journal; of one location half of them at most. Beyond that parts are written in smaller pieces, and the copy in the journal is not whole',
  UPLOAD_SIZE_LIMIT: 'Size of a file of 1C with all its parts',
  UPLOAD_SESSION_FILES: 'Files that 1C may upload in one session',
  UPLOAD_KEEP_BYTES:
    'Bytes of files kept of one integration; beyond that, the content of the oldest that were read is removed',
  UPLOADS_KEEP_DAYS: 'Days that files of 1C, and what they said, are kept',
  UPLOAD_UNPACKED_LIMIT: 'Size of all files of an archive of 1C when unpacked',
  UPLOAD_RATIO_LIMIT: 'How many times an archive of 1C may grow when unpacked',
  UPLOAD_ARCHIVE_FILES: 'Files in one archive of 1C',
  UPLOAD_XML_DEPTH: 'How deep XML elements of a file of 1C may be nested',
  UPLOAD_XML_ATTRIBUTES: 'Attributes of one element of a file of 1C',
  UPLOAD_TEXT_LIMIT: 'Characters of one text in a file of 1C',
  UPLOAD_DOCUMENT_ELEMENTS:
    'Elements and attributes of one document in a file of 1C; its texts may have 24 times as many characters',
  UPLOAD_READ_SECONDS: 'Seconds for reading one file of 1C',
  UPLOAD_READ_MEMORY: 'Memory of the thread that reads a large file of 1C',
  UPLOADS_AT_ONCE:
    'Large files of orders of 1C (over 1 MB, archives over 64 KB) read at once, and as many large ones of catalogues and as many small ones, and one more of each for a location of which none is being read; one of orders and one of a catalogue of each integration. Others wait',
  UPLOAD_ANSWER_SECONDS:
    'Seconds that 1C waits for a file of orders to be read; after that it is read without waiting',
  UPLOAD_QUIET_MINUTES: 'After how many minutes without a new part a file of 1C counts as whole',
  FILE_INSPECTION_SIZE: 'Size of a file of 1C that can be checked on the page of an integration',
  FILE_INSPECTION_DOCUMENTS:
    'Documents, or items of a catalogue, of a checked file (an archive: together) for which is shown what would change',
  FILE_INSPECTION_LINES:
    'Changes of lines after which further documents of a checked file are only counted: orders of thousands of lines take memory',
  FILE_INSPECTIONS_AT_ONCE: 'Files checked at once; of one location half of them, one at least',
  CATALOGUE_ITEMS_LIMIT:
    'Items of 1C’s catalogue kept of one integration, characteristics included, and as many groups, price types, warehouses and units; a larger one is not taken',
  CATALOGUE_TEXT_LIMIT: 'Length of names, articles and other texts of an item; the rest is cut',
  CATALOGUE_LIST_LIMIT: 'Prices, warehouses, groups and characteristics kept of one item',
  CATALOGUE_LINK_ORDERS:
    'Latest orders of an integration, up to 16 MB of their content, of which is counted which lines occur most; lines of earlier ones are shown only if linked',
  CATALOGUE_KEEP_DAYS:
    'After how many days items are forgotten that are gone from 1C’s catalogue, or marked for deletion, if no line is linked to them; and after how many days of other whole catalogues one is gone that 1C no longer sends',
  CATALOGUE_SETTLE_SECONDS:
    'After how many seconds without a new file a whole catalogue counts as over, and what it did not have as gone',
  CATALOGUE_PORTION_SECONDS: 'The same when UT or UNF uploads in portions and prepares each',
  UNKNOWN_DOCUMENTS_KEEP_DAYS: 'Days after the last upload that a document without an order is kept',
  ACCOUNTING_CHANGES_KEEP_DAYS: 'Days that the history of what 1C changed is kept',
  TASKS_KEEP_DAYS: 'Days that a done task of an accountant is kept',
  JOURNAL_BODY_LIMIT: 'Bytes of one answer or request that the journal of exchanges keeps',
  JOURNAL_DAY_LIMIT:
    'Bytes of answers and requests, compressed, that the journal of exchanges keeps of one integration and day (UTC); what comes beyond is only counted, and short answers are always kept',
  INTEGRATIONS_PER_COMPANY: 'Integrations of one company',
  SILENT_AFTER_HOURS: 'After how many hours without a call an integration counts as silent',
  CONFIRM_WITHIN_MINUTES: 'Minutes in which 1C must confirm orders, or it counts as not confirming',
  JOURNAL_KEEP_DAYS: 'Days that the journal of exchanges is kept',
  INTAKE_KEEP_DAYS: 'Days that requests of the platform are kept (page “Platform”, `GET /requests`)',
  INTAKE_BODY_LIMIT: 'Bytes kept of the body of a refused request; of accepted ones none',
  INTAKE_LOG_LIMIT:
    'Room for requests of the platform; beyond that the oldest days are removed. One location gets about half of it, for all its days (all of it if it is alone). Of what its earlier days left of that, a day keeps all up to a quarter, then only refused ones without bodies, and none above half; while today fills half of the whole room, all up to a sixteenth, and none above an eighth. Each day has some room',
  EVENTS_KEEP_DAYS: 'Days that events are kept for `GET /events` and webhooks',
  WEBHOOK_ALLOW_PRIVATE:
    'Whether webhooks may go to inner addresses (private networks, the server itself): `yes` or `no`',
  WEBHOOKS_PER_LOCATION: 'Webhooks of one location',
  WEBHOOK_TIMEOUT_SECONDS:
    'Seconds to wait for the answer of a webhook’s receiver, from finding its address on; if its status came and its body has not ended by then, the status decides',
  WEBHOOK_ANSWER_LIMIT: 'Bytes of the receiver’s answer that are read',
  WEBHOOKS_AT_ONCE:
    'Webhooks that one server sends at once; half as many of one location, by all servers together',
  WEBHOOK_AT_ONCE: 'What one webhook is sent at once, by all servers together',
  WEBHOOK_RETRY_HOURS: 'Hours after the first failure in which an event is sent again',
  WEBHOOK_PAUSE_AFTER:
    'After how many failures in a row a webhook is paused: it is tried once in `WEBHOOK_PROBE_MINUTES` then, until it works',
  WEBHOOK_PROBE_MINUTES: 'Once in how many minutes a paused webhook is tried',
  WEBHOOK_REPLAY_LIMIT: 'Events that one `replay` may send again',
  WEBHOOK_ATTEMPTS_KEEP_DAYS: 'Days that attempts of webhooks are kept',
  ITEM_NAMES_KEEP_DAYS:
    'Days after the last order with the id of a line that its first name is remembered (warning `item-id-reused`)',
  BUYERS_KEEP_DAYS:
    'Days after the last order of a buyer that their keys are remembered (warning `buyer-may-merge`)',
  UNCONFIRMED_BATCHES_KEEP:
    'Latest answers that 1C got and did not confirm, but still can; of earlier ones only the first and the last time are kept',
  QUARANTINE_RETRY_SECONDS:
    'After how many seconds an order that 1C did not take is tried again; twice as long after each failure, up to 24 times',
  ORDER_REVISIONS_KEEP:
    'Days that all revisions of an order are kept; the first, the last and those that 1C got are kept longer',
  LIVE_STREAMS_AT_ONCE:
    'Streams of live events (`GET /live`, one for each open tab) that one server keeps open; one location gets half of them at most. Tabs beyond that are refreshed twice a minute',
  LIVE_STREAMS_PER_CALLER: 'How many of these one person or token may have',
  CONNECTION_IDLE_SECONDS: 'After how many seconds without traffic in both directions a connection is cut',
  REQUEST_TIMEOUT_SECONDS: 'Seconds in which a request must come whole',
  EARLY_ANSWER_SECONDS:
    'Seconds that a request is read on that is refused already, so that its sender reads the answer; not while stopping',
  KEEP_ALIVE_SECONDS: 'Seconds that a connection stays open between requests',
  STOP_TIMEOUT_SECONDS: 'Seconds after SIGTERM in which answers that have begun may come to their end',
}
