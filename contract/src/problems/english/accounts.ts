import type { ProblemWords } from '../problem-words.js'

export const ACCOUNTS = {
  'location-invalid': 'The location can’t be saved: mend the fields that are marked.',
  'company-invalid': 'The company can’t be saved: mend the fields that are marked.',
  'name-empty': 'Give it a name.',
  'name-too-long': ({ max, length }) =>
    `The name is longer than ${max} characters (${length} now): shorten it.`,
  unprintable:
    'Remove the characters that can’t be printed, and “\ufffd”, which stands where an encoding ' +
    'damaged the text.',
  'timezone-unknown': ({ timezone }) =>
    `Unknown time zone “${timezone}”: take a name of the IANA database, such as Europe/Moscow or ` +
    'Asia/Yekaterinburg.',
  'timezone-unknown-near': ({ timezone, near }) =>
    `Unknown time zone “${timezone}”: perhaps ${near} is meant. It is a name of the IANA database.`,
  'timezone-unknown-to-database': ({ timezone }) =>
    `The database does not know the time zone “${timezone}”: choose a city nearby, or upgrade PostgreSQL.`,
  'location-exists': ({ name }) =>
    `There is a location “${name}” already: choose another name, or use that one.`,
  'timezone-fixed':
    'The time zone can no longer be changed: a 1C was given orders with date and time by the clock ' +
    'of this location, and finds orders by them. For another zone make a new location.',
  'inn-shape': 'An INN has 10 digits for an organization, 12 for an entrepreneur.',
  'inn-checksum': ({ inn }) =>
    `The check digits of the INN ${inn} are wrong: it looks like a slip. Compare it with the ` +
    'company’s papers.',
  'kpp-shape': 'A KPP has 9 characters: four digits, two digits or capital Latin letters, three digits.',
  'regime-twice': ({ from }) => `Two lines of “VAT since” are of ${from}: leave one of them.`,
  'kpp-of-entrepreneur': 'Only an organization (an INN of 10 digits) has a KPP: leave it empty here.',
  'company-has-integrations': ({ names }) =>
    `The company can’t be archived while it exchanges: ${quoted(names)}. Pause or remove these integrations.`,
  'user-invalid': 'The person can’t be saved: mend the fields that are marked.',
  'email-shape': 'Give an email address, such as anna@example.com.',
  'person-name-empty': 'Give your name: other administrators know you by it.',
  'person-name-too-long': ({ max }) => `The name is longer than ${max} characters: shorten it.`,
  'password-empty': 'Give a password.',
  'password-short': ({ min }) =>
    `The password is shorter than ${min} characters (spaces don’t count): think of a longer one.`,
  'password-common': ({ min }) =>
    'This password is among the first that are tried: think of another, or of one of at least ' +
    `${min} characters, such as several words.`,
  'password-long': ({ max }) => `The password is longer than ${max} characters: shorten it.`,
  'password-wrong': 'The present password is wrong.',
  'password-same': 'The new password is the present one: think of another.',
  'last-administrator':
    'This is the last active administrator of the location: give somebody else the role first.',
  'last-operator': 'This is the last active system operator: give somebody else the role first.',
  'user-elsewhere':
    'This person works in other locations too, and can’t be switched off or renamed from here: only ' +
    'the role in this location can be taken away.',
  'invitation-invalid': 'The invitation can’t be made: mend the fields that are marked.',
  'already-has-role': ({ email }) =>
    `${email} has this role already. Somebody who doesn’t see it has another account, with another ` +
    `password: ` +
    'take the role away and invite them again.',
  'administers-already': ({ email }) =>
    `${email} is administrator of this location and sees all its companies: the role of an ` +
    'accountant adds nothing.',
  'too-many-invitations': ({ limit }) =>
    `${limit} invitations are open already, and there can be no more. Withdraw those that aren’t needed.`,
  'companies-needed': 'Choose at least one company: an accountant sees those that are chosen.',
  'companies-unknown': 'One of the companies is not of this location: reload the page and choose again.',
  'companies-of-accountant': 'Companies are chosen for an accountant only: other roles see all.',
  'token-invalid': 'The token can’t be made: mend the fields that are marked.',
  'token-name-empty': 'Name the token, so that you know it in the list later.',
  'token-name-too-long': ({ max }) => `The name is longer than ${max} characters: shorten it.`,
  'token-rights-empty': 'Choose at least one right.',
  'token-right-unknown': ({ right, known }) => `Unknown right “${right}”: there are ${known.join(', ')}.`,
} satisfies Partial<ProblemWords>

function quoted(names: readonly string[]): string {
  return names.map(name => `“${name}”`).join(', ')
}
