/** Meaning of REST errors, by code; the sentence of a `reason` (english-problems.ts) is more exact. */
export const REFUSALS: Readonly<Record<string, string>> = {
  invalid: 'Some fields are wrong: mend them and send again.',
  conflict: 'This contradicts what is there: reload the page and try again.',
  'bad-json': 'The body is not JSON.',
  'bad-encoding': 'The body is not UTF-8.',
  unauthenticated: 'The email or the password is wrong, or the session has ended: sign in again.',
  forbidden: 'You have no right to do this. Ask the administrator of the location.',
  'not-found': 'There is no such thing here: it may have been removed, or the address is wrong.',
  'method-not-allowed': 'This address does not take such requests.',
  'company-fixed': 'The company of an order never changes: cancel the order and put a new one.',
  'placed-at-fixed': 'The date of an order that a 1C was given already never changes.',
  'resend-not-matching':
    'This 1C was never sent the order, and it meets no rule: change the rules or the order.',
  'numbers-exhausted': 'The company has used all order numbers that one of its 1C can hold.',
  'number-taken': '1C would take this order for another one: its number is taken. Give it another number.',
  'number-fixed': 'The number of an order that a 1C was given already never changes.',
  'number-jump':
    'The numbers would jump far ahead of the last one given. Lower the beginning, or confirm it.',
  'idempotency-key-reused':
    'Another request had this Idempotency-Key within the last day. Give this one a new key.',
  'revision-mismatch': 'Somebody else changed it meanwhile. Reload the page, so that nothing is overwritten.',
  'too-large': 'That is more than may be sent at once: split it, or raise the limit of the server.',
  'unsupported-media-type': 'The type of the content is not known here.',
  'unknown-company': 'The company is not of this location, or is archived.',
  'bad-settings': 'The settings of the integration are wrong: mend them and save again.',
  'too-many-requests': 'There are too many requests at once.',
  'headers-too-large': 'The headers of the request are too large: shorten them.',
  'locked-out': 'Too many sign-ins have failed: signing in is closed for a while.',
  unavailable: 'The server is busy, or its database does not answer. Nothing is lost: try again.',
  'disk-full': 'The server’s disk is full; nothing was written. Free some space and try again.',
  internal: 'Obmen itself failed. Try again; if it happens again, tell the administrator the request number.',
}
