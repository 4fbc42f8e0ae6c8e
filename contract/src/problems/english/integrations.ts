import type { ProblemWords } from '../problem-words.js'

export const INTEGRATIONS = {
  'integration-invalid': 'The integration can’t be saved: mend the fields that are marked.',
  'integration-name-empty': 'Give the integration a name.',
  'integration-name-too-long': ({ max, length }) =>
    `The name is longer than ${max} characters (${length} now): shorten it.`,
  'company-unknown': 'There is no such company in this location: choose one of the list.',
  'company-archived': ({ name }) =>
    `The company “${name}” is archived: bring it back, or choose another company.`,
  'too-many-integrations': ({ limit }) =>
    `The company has ${limit} integrations already, and can have no more. Remove those that aren’t needed.`,
  'integration-company-fixed':
    'The company of an integration can’t be changed: its orders may be in the 1C of that company ' +
    'already. Make a new integration for the other company.',
  'integration-restored': ({ next }) =>
    'The database was restored from a backup. Look up the number of the last order in each 1C of the ' +
    `company, and give the next one: nextNumber, such as ${next}.`,
  'next-number-given': ({ lowest }) => `Lower numbers were given already: ${lowest} is the lowest possible.`,
  'next-number-needless':
    'The next number is given after a restore alone. The setting ordernumberfrom moves where counting ' +
    'begins.',
  'numbers-given-already': ({ asked, next }) =>
    `The company’s next number is ${next}, not ${asked}: lower ones are given already, or kept for ` +
    'another integration of the company, and no number is given twice.',
  'numbers-jump': ({ from, highest, left }) =>
    `The numbers would jump ${highest === 0 ? 'from the start' : `from ${highest}`} to ${from}: ` +
    `${highest + 1} to ${from - 1} would be lost, and ${left} would be left to the limit of six ` +
    'digits that Accounting and UNF keep.',
  'webhook-invalid': 'The webhook can’t be saved: mend the fields that are marked.',
  'url-shape':
    'Give the whole address, such as https://platform.example.com/hooks/obmen, of 2000 characters at most.',
  'url-credentials': 'Remove name and password from the address: the sender is known by the signature.',
  'url-fragment': 'Remove the part after “#” from the address: it is never sent to a server.',
  'url-private':
    'This is an inner address, and nothing is sent to those. Give an address on the internet; if the ' +
    'receiver is in your network, the administrator of the server can allow it by ' +
    'ALLOW_PRIVATE_ADDRESSES=yes.',
  'url-not-allowed':
    'The administrator of the server has not allowed this host and port. Ask them to add it to ' +
    'WEBHOOK_HOSTS.',
  'company-not-here': 'There is no such company in this location. Take the id from GET /api/v1/companies.',
  'too-many-webhooks': ({ limit }) =>
    `The location has ${limit} webhooks already, and can have no more. Remove those that aren’t needed.`,
  'replay-too-large': ({ limit }) =>
    `There are more than ${limit} events in that time: nothing was sent. Choose a shorter time or ` +
    'fewer types.',
  'catalogue-too-large': ({ limit }) =>
    `The catalogue has more than ${limit} items together with those known already, and was not ` +
    'taken. Narrow the choice of items in 1C, or raise the server’s setting CATALOGUE_ITEMS_LIMIT.',
  'item-unknown': ({ itemId }) =>
    `There is no item “${itemId.slice(0, 80)}” in the catalogue of this 1C. Upload the catalogue ` +
    'from 1C, or choose an item of the list.',
  'item-gone':
    'This item is gone from the catalogue of 1C, or marked for deletion, and can’t be linked. Choose ' +
    'another, or upload the catalogue from 1C again.',
  'reason-needed': 'Say why the orders are held: whoever opens the order sees it.',
  'orders-needed': 'Choose orders: either orderIds or filter.',
  'too-many-bulk-actions': ({ limit }) =>
    `${limit} actions on many orders are running already. Wait until one of them is done, or stop ` +
    'those that aren’t needed.',
  'cannot-undo': 'Only a hold that is finished can be undone, and only once.',
} satisfies Partial<ProblemWords>
