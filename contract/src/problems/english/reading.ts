import { type Client, clientNames } from '../../clients.js'

export const READING = {
  'reading-not-set-up':
    'Reading this 1C is not set up. Enter the address of its publication, a user and a password on the ' +
    'page of the integration, in “Reading from 1C”.',
  'reading-off': 'Reading this 1C is switched off: switch it on first.',
  'reading-of-sandbox': 'This is a sandbox: there is no 1C behind it, and nothing to read.',
  'reading-of-client': ({ clients }: { clients: readonly Client[] }) =>
    `Obmen does not read this program, which sends what it has by itself. These are read: ${clients.map(client => clientNames('en')[client]).join(', ')}. If ` +
    'the program is wrong, mend it in the settings of the integration.',
  'reading-invalid': 'Reading 1C cannot be set up like this: mend the fields named.',
  'reading-url-shape': 'Enter the whole address of the publication, such as https://1c.example.ru/base.',
  'reading-url-credentials': 'Remove user and password from the address: they have fields of their own.',
  'reading-url-tail': 'Remove what begins with “?” or “#”: the address of the publication is enough.',
  'reading-url-private':
    'This is an internal address, and Obmen reads nothing from those. Give one on the internet; if the 1C ' +
    'is in your network, the operator of the server can allow it by ALLOW_PRIVATE_ADDRESSES=yes.',
  'reading-password-needed': 'Enter the password: none is stored for this address and user.',
}
