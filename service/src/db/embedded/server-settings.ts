/** Given on the command line at every start. Durability is PostgreSQL's default. */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  // Accessible only from this machine, with a password.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  // Two servers with their pools, and a few commands of ours beside them.
  max_connections: '100',
  shared_buffers: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  // Containers give /dev/shm 64 MB; parallel workers would need more. Our statements are short anyway.
  max_parallel_workers_per_gather: '0',
  max_wal_senders: '0',
  wal_level: 'minimal',
  max_wal_size: '1GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // A failed statement contains people's names and addresses: the log gets only the error.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}
