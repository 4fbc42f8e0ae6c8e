import { pluralEn } from '../../numbers-in-words.js'
import { explainMismatch } from '../../states/texts-mismatch.js'
import type { ProblemWords } from '../problem-words.js'

export const WHOLE_REFUSALS = {
  'location-not-found': 'There is no such location.',
  'company-not-found': 'There is no such company: it may belong to another location, or was removed.',
  'integration-not-found': 'There is no such integration in this location: it may have been removed.',
  'order-not-found': ({ id }) => `There is no order “${id}” in this location. Check the id.`,
  'revision-not-found': ({ id, revision }) => `The order “${id}” has no revision ${revision}.`,
  'order-not-in-batch': 'The order was not in this answer to 1C.',
  'xml-not-kept': 'This XML is no longer kept, and can’t be written again: the integration has been removed.',
  'order-of-other-company': 'The integration is of another company: this order does not go there.',
  'exchange-not-found':
    'There is no such exchange: its records may be older than they are kept (JOURNAL_KEEP_DAYS).',
  'upload-not-found':
    'There is no such file of 1C: it is older than files are kept, or the id is another one.',
  'task-not-found': 'There is no such task: its integration may have been removed. Reload the list.',
  'request-not-found':
    'There is no such request: it may be older than INTAKE_KEEP_DAYS days. Open the list of requests.',
  'bulk-action-not-found': 'There is no such action: its record may be older than they are kept.',
  'item-not-found':
    'There is no such item in the catalogue of this 1C. Check the item’s id and the integration.',
  'alarm-not-found': 'There is no such alarm, or it is over.',
  'webhook-not-found': 'There is no such webhook: it may have been removed.',
  'attempt-not-found':
    'There is no such attempt, or its event is older than they are kept: there is nothing to repeat.',
  'user-not-found': 'There is no such person.',
  'invitation-not-found':
    'There is no such invitation: the link was used, revoked, or is too old. Ask to be invited again.',
  'session-not-found': 'There is no such session: it may have ended already.',
  'token-not-found': 'There is no such token: it may have been revoked already.',
  'token-not-sandbox': 'Only a sandbox token may play a 1C: make one in "System settings" → "API tokens".',
  'integration-not-sandbox':
    'A 1C may be played only against a sandbox integration: make one with "sandbox": true. A real 1C ' +
    'waits for the orders of this one.',
  'token-lacks-right': ({ right }) =>
    `The token lacks the right “${right}”. Make a token with it in “System settings”.`,
  'webhook-type-needs-right': ({ type, right }) =>
    `The token lacks the right “${right}”, so it can’t have a webhook of “${type}” events: leave out the ` +
    'type, or make a token with the right in “System settings”.',
  'people-only': 'People and tokens are managed by people in the web app, not by tokens.',
  'role-needed': ({ role }) => `This is for the role “${ROLE_NAMES[role]}” only.`,
  'no-location':
    'Your account belongs to no location. Ask the administrator of a location to give you a role.',
  'location-role-gone': 'You no longer have a role in the location that the page shows. Reload the page.',
  'not-from-the-app': 'The request did not come from Obmen’s web app. Reload the page and try again.',
  'sign-in-failed': 'The email or the password is wrong.',
  'sign-in-locked': ({ minutes }) =>
    `Too many sign-ins have failed. Wait ${minutes} ${pluralEn(minutes, 'minute', 'minutes')} and ` +
    'try again; if you forgot the password, ask whoever runs the server for a new one (the command ' +
    'obmen password).',
  'second-factor-needed': 'Enter a code of your authenticator app, or a recovery code.',
  'second-factor-wrong':
    'The code is wrong, out of date or used already: enter the next one. If none works, check the clock ' +
    'of your phone.',
  'second-factor-required':
    'Your role has to confirm signing in with a code: turn it on in your profile to reach everything else.',
  'second-factor-on': 'Confirmation by a code is on already: to change the app, turn it off first.',
  'second-factor-off': 'Confirmation by a code is off. Reload the page.',
  'second-factor-not-begun': 'Begin again to turn on confirmation by a code: reload the page.',
  'sign-ins-busy': 'Too many people sign in at once. Try again in some seconds.',
  'order-company-fixed': ({ id }) =>
    `The order “${id}” is of another company, and the company of an order never changes. Cancel it ` +
    'and make a new one under another id.',
  'order-company-unknown': ({ id }) =>
    `There is no company “${id}” in this location. Take the id from GET /api/v1/companies.`,
  'order-company-archived': ({ name }) =>
    `The company “${name}” is archived and takes no new orders. Bring it back, or name another.`,
  'order-date-fixed': ({ id }) =>
    `It is too late to change the date of the order “${id}”: a 1C was given it already, and finds it ` +
    'by its date. Send placedAt as it was.',
  'order-revision-other': ({ id, wanted, present }) =>
    `The order “${id}” has revision ${present} now, and the request asks for revision ${wanted}. ` +
    'Read the order again and repeat.',
  'order-revision-missing': ({ id, wanted }) =>
    `There is no order “${id}” yet, and the request asks for revision ${wanted}. Repeat without If-Match.`,
  'order-missing': ({ id }) =>
    `There is no order “${id}” yet, and the request asks that there is one. Repeat without If-Match.`,
  'order-there-already': ({ id, present }) =>
    `There is an order “${id}” already (revision ${present}), and the request asks that there is ` +
    'none. Change it without If-None-Match, or send a new one under another id.',
  'order-too-large': ({ bytes, limit }) =>
    `The order takes ${megabytes(bytes)} MB, and may take ${megabytes(limit)} MB. Split it into ` +
    'several, or shorten the names of its lines.',
  'resend-refused': ({ name, mismatch }) =>
    `The order can’t be sent to “${name}”: this 1C did not confirm it, and it meets no rule. ` +
    `${explainMismatch(mismatch, 'en')}`,
  'integration-changed-meanwhile':
    'Somebody else changed the integration meanwhile: look at the new values and make your changes again.',
  'company-changed-meanwhile':
    'Somebody else changed the company meanwhile: look at the new values and make your changes again.',
  'companies-changed-meanwhile':
    'Somebody else changed the companies of this accountant meanwhile: look at those chosen now and ' +
    'make your changes again.',
  'location-changed-meanwhile':
    'Somebody else changed the location meanwhile: look at the new values and make your changes again.',
  'json-broken-at': ({ line, column }) =>
    `The body is not JSON: line ${line}, column ${column}. Check quotes, commas and brackets.`,
  'json-key-twice': ({ key, line, column }) =>
    `The key “${key}” stands twice in one object: again in line ${line}, column ${column}. ` +
    'Leave one of them.',
  'body-too-large': ({ limit, setting }) =>
    setting
      ? `The body is larger than ${limit} bytes (setting ${setting}). Split it, or raise the setting.`
      : `The body is larger than ${limit} bytes. Split it.`,
  'body-empty': 'The body is empty, and must be JSON.',
  'body-encoded': ({ encoding }) =>
    `Content-Encoding “${encoding}” is not supported. Pack the body by gzip, or send it uncompressed ` +
    'and without this header.',
  'body-grows': ({ times }) =>
    `The body grows more than ${times} times when it is unpacked. Send it uncompressed.`,
  'body-not-gzip': 'The body is not gzip, or did not come whole. Pack it anew, or send it uncompressed.',
  'charset-unknown': ({ charset }) =>
    `JSON is read as UTF-8 here, not as “${charset}”. Send the body in UTF-8 and mend Content-Type.`,
  'file-type-needed':
    'A file of 1C is Content-Type: application/octet-stream, with the file itself as the body.',
  'request-in-work':
    'The request with this Idempotency-Key is still in work. Repeat it in a second to get its answer.',
  'batch-type-needed': 'A batch of orders is Content-Type: application/x-ndjson, an order a line.',
  'batch-too-large': ({ lines, bytes }) =>
    `The batch has more than ${lines} lines or ${bytes} bytes; nothing of it was saved. Send several batches.`,
  'line-too-long': ({ limit }) => `The line is longer than ${limit} bytes (setting REQUEST_BODY_LIMIT).`,
  'inspected-file-too-large': ({ limit }) =>
    `The file is larger than ${limit} bytes. Look at it on the server by the command obmen 1c inspect.`,
  'inspections-busy': 'The server is looking at other files. Try again in some seconds.',
  'intake-busy':
    'The server reads as many orders as it can, and did not take this one. Nothing is lost: try ' +
    'again in some seconds.',
  'too-many-at-once':
    'Too many requests at once. Wait for the answers to those before and try again: nothing is lost.',
  'too-many-bytes':
    'The server holds as many bytes of requests as it may, and did not take these. Nothing is lost: ' +
    'try again in some seconds.',
  'body-came-too-slowly':
    'The data came too slowly, and the server did not wait for the rest. It was not taken: try again.',
  'database-busy':
    'The database is busy and did not answer in time. Nothing was written: try again in some seconds.',
  'no-room-for-answer':
    'The server sends orders to others and found no memory for this answer. Nothing is lost: try ' +
    'again in a minute.',
  'answer-taken-too-slowly':
    'The answer was broken off: it was taken too slowly, and others waited for the memory that it ' +
    'held. The orders are still owed, and the next exchange gives them again.',
  'live-streams-of-caller': ({ limit }) =>
    `${limit} tabs or programs of yours listen to live events already, and no more may. Close some; ` +
    'this page is refreshed less often.',
  'live-streams-full':
    'The server sends live events to as many as it can. Try again in half a minute; all other ' +
    'requests work as usual.',
  'dry-runs-busy':
    'Too many checks run at once, and their queue is full. Nothing was checked; try again in half a minute.',
  'dry-runs-of-location':
    'Two checks of this location run already, or wait. Let them come to their end and try again.',
  'dry-run-late': ({ seconds }) =>
    `The check took longer than ${seconds} s and was stopped; no order was checked, nothing was ` +
    'noted. Try again later, or with fewer orders (parameter limit).',
  'dry-run-too-large':
    'The check found too little memory for even the first orders; no order was checked, nothing was ' +
    'noted. Check fewer orders (parameter limit).',
} satisfies Partial<ProblemWords>

const ROLE_NAMES = {
  'location-administrator': 'Location administrator',
  accountant: 'Accountant',
  'system-operator': 'System operator',
} as const

/** Rounded up, so that what is over a limit never reads as the limit itself. */
function megabytes(bytes: number): string {
  return (Math.ceil((bytes * 10) / 2 ** 20) / 10).toLocaleString('en')
}
