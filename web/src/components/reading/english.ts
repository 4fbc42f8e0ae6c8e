import type { ReadingFailure, ReadingPhase } from '@obmen/contract'

/** What the server says of a failed reading in Russian, by its code. */
export const FAILURES: Readonly<Record<ReadingFailure, string>> = {
  'address-not-public':
    'The address is a private one. Whoever runs Obmen allows those with ALLOW_PRIVATE_ADDRESSES=yes.',
  'name-not-found': 'There is no server of this name. Check the address.',
  'connection-failed': 'The server does not answer at this address. Check that it runs and lets Obmen in.',
  certificate:
    'The certificate of the server is not trusted. Renew it, or give Obmen the own authority by NODE_EXTRA_CA_CERTS.',
  timeout:
    '1C did not answer in time. It is asked again later; if that repeats, look at the load of its server.',
  redirect: 'The server leads to another address. Enter the one of the publication itself.',
  'not-published':
    'There is no OData at this address. The administrator of 1C has to publish the base with the standard OData ' +
    'interface; check the address, too.',
  'wrong-password': '1C does not accept the user or the password. Enter those of the user of 1C.',
  'no-right': 'The user of 1C may not read the invoices. The administrator of 1C has to give it the right.',
  locked: 'The base is locked for sessions, as during an update or a backup. It is read once it opens.',
  unavailable: 'The web server of 1C is not available now. It is asked again later.',
  html: 'A web page came instead of data, such as one to sign in. Check the address and the sign-in of the host.',
  cut: 'The answer broke off. It is asked again later.',
  'too-large': 'The answer is larger than Obmen takes.',
  'unexpected-answer': 'The answer is not one of 1C’s OData. Check the address.',
  'documents-not-published':
    'The invoices are not in the composition of the OData interface. The administrator of 1C has to tick them.',
  'organization-unknown': 'It is not clear which organization of the base this is. Check, and choose it.',
  'older-copy':
    'This looks like an older copy of the base: documents that were there are gone. Nothing is concluded from it. If ' +
    'this is the base now, save the connection once more.',
  'error-in-1c':
    '1C answered with an internal error. Its administrator finds the cause in the event log of 1C.',
  'secret-lost':
    'The password can’t be decrypted: the key of the server is another one. Enter the password again.',
  'client-not-read':
    'Obmen does not read the program of this integration. Correct it in the settings if it is wrong, or switch reading off.',
}

/** What a reading reads now: the server says it in Russian only. */
export const PHASES: Readonly<Record<ReadingPhase, string>> = {
  published: 'Looks what is published',
  organization: 'Looks for the organization',
  marks: 'Looks for documents by the id of the order',
  documents: 'Reads invoices',
  known: 'Looks at the documents it knows',
  statuses: 'Reads statuses',
  payments: 'Reads payments',
  shipments: 'Reads shipments and acts',
  conclude: 'Compares orders',
}
