import { pluralEn, sizeInWords } from '../../numbers-in-words.js'
import type { ProblemParams, ProblemWords } from '../problem-words.js'

const AGAIN = 'Upload it from 1C again; if that does not help, give the file to whoever looks after 1C.'

type XmlProblem = ProblemParams<'file-unreadable'>['problem']

const XML_PROBLEMS: Readonly<Record<XmlProblem, string>> = {
  malformed: `The XML is broken here. ${AGAIN}`,
  'unexpected-end': 'The file breaks off here: its end did not come. Upload it from 1C again.',
  'not-commerceml':
    'The root of the file is not that of CommerceML. Check that 1C is set to upload to a site.',
  'commerceml-1':
    'This is CommerceML version 1, which is not supported. Set 1C to upload in the format CommerceML 2.',
  archive: `There is another archive inside; these are not read. ${AGAIN}`,
  'wrong-encoding': `The encoding of the file is not the one that its first line names. ${AGAIN}`,
  doctype:
    'The file has a DOCTYPE: CommerceML never has one, and malicious files use it. Such a file is not taken.',
  'too-deep': 'The elements are nested too deeply. Check the upload in 1C.',
  'too-many-attributes': 'An element has too many attributes. Check the upload in 1C.',
  'text-too-long': 'The text here is too long. Check the upload in 1C.',
  'document-too-large': 'The document is too large. Check the upload in 1C.',
  'unknown-encoding': `The encoding of the file is unknown; UTF-8 and windows-1251 are read. ${AGAIN}`,
  'bad-bytes': `There are bytes here that the encoding of the file does not have. ${AGAIN}`,
}

export const FILES = {
  'file-empty': 'mode=file takes a file in the body of a POST, and the body is empty. Upload it again.',
  'file-not-commerceml':
    'The file does not look like CommerceML: it is neither XML nor a zip archive. Check that 1C is ' +
    'set to upload to a site in the format CommerceML, and upload it again.',
  'file-too-large': ({ limit }) =>
    `The file is larger than ${bytes(limit)}, and was not taken. Choose smaller portions in 1C, or ` +
    'raise the server’s setting UPLOAD_SIZE_LIMIT.',
  'too-many-files': ({ limit }) =>
    `More than ${limit} files came in one session. Choose smaller portions in 1C.`,
  'no-room-for-files': ({ limit }) =>
    `The files of this integration fill the ${bytes(limit)} that they may, and some of them are ` +
    'still to be read. Upload again later.',
  'file-complete-already': ({ name }) =>
    `The file “${name}” was complete before this part of it had come. Start the exchange in 1C again.`,
  'file-parts-crossed': ({ name }) =>
    `Two parts of the file “${name}” came at once, and which is the first can’t be told. Start the ` +
    'exchange in 1C again.',
  'file-not-received': ({ name }) =>
    `The file “${name}” did not come in this session: there is nothing to load. Start the exchange ` +
    'in 1C again.',
  'archive-broken': 'The zip archive is damaged, or did not come whole. Upload it from 1C again.',
  'archive-too-many-files': ({ limit }) =>
    `The archive has more than ${limit} files. Choose smaller portions in 1C.`,
  'archive-directory-too-large': ({ limit }) =>
    'The names, extra fields and comments of the files in the archive take more than ' +
    `${bytes(limit)}, as in malicious ones. Check what made it.`,
  'archive-method-unknown': ({ name }) =>
    `The file “${name}” in the archive is encrypted, or packed in an unknown way. A plain zip ` +
    'without a password is read.',
  'archive-path-outside': ({ name }) =>
    `The name “${name}” in the archive leads out of it. Such an archive is not taken: check what made it.`,
  'archive-too-large': ({ limit }) =>
    `The archive is larger than ${bytes(limit)} when unpacked. Choose smaller portions in 1C.`,
  'archive-ratio-too-large': ({ ratio }) =>
    `The archive grows more than ${ratio} times when unpacked, as malicious ones do. Check the upload in 1C.`,
  'file-read-too-long': ({ seconds }) =>
    `The file could not be read in ${seconds} s. Choose smaller portions in 1C.`,
  'file-read-failed': ({ tries }) =>
    `The file came whole, but could not be read: each of ${tries} attempts ended with an error or ` +
    'the end of the server (short of memory, for example), whose cause is in its log. Ask whoever ' +
    'runs the server to look it up there, then upload from 1C again.',
  'file-needs-memory':
    'There was too little memory to read the file: it has a document that is too large. Choose ' +
    'smaller portions in 1C.',
  'file-unreadable': ({ name, line, column, problem }) =>
    `The file “${name}” was not read: line ${line}, column ${column}. ${XML_PROBLEMS[problem]}`,
} satisfies Partial<ProblemWords>

export const QUARANTINE = {
  'package-not-confirmed': ({ count, number }) =>
    `1C downloaded ${orders(count)}${count === 1 && number ? ` (${number})` : ''} and did not confirm.`,
  'package-unclear': ({ count }) =>
    `${orders(count)} ${pluralEn(count, 'was', 'were')} not confirmed, but 1C may not have got ` +
    `${pluralEn(count, 'it', 'them')}, or may be loading still: nothing is concluded from that.`,
  'order-set-aside': ({ number }) =>
    `${named(number)} is held: 1C did not take it alone either. It does not hold up the others.`,
  'all-given': 'All orders are given again.',
  'rest-given': ({ count }) =>
    `All orders are given but ${count}: ${pluralEn(count, 'it is', 'they are')} tried apart, ` +
    'so as not to delay the rest.',
  'control-given': ({ count }) =>
    'An empty package is given, which shows whether 1C confirms anything at all at the moment. ' +
    `${orders(count)} ${pluralEn(count, 'waits', 'wait')}, to be tried apart; there is nothing else to give.`,
  'order-given-alone': ({ number }) =>
    `${named(number)} is given alone, which shows whether it is the one that 1C does not take.`,
  'order-given-again': ({ number }) => `${named(number)} was held; it is tried again, apart from the others.`,
  'orders-given-again': ({ numbers, more }) =>
    'Orders of which it is unclear yet whether 1C takes them are tried together: ' +
    `${numbers}${more ? ' and more' : ''}.`,
  'part-given': ({ count, of, numbers, more }) => {
    const half = count * 2 >= of - 1 && count * 2 <= of + 1
    return (
      `${half ? 'Half of them' : `${count} of ${of}`} ${pluralEn(count, 'is', 'are')} given: ` +
      `${pluralEn(count, 'order', 'orders')} ` +
      `${numbers}${more ? ' and others' : ''}.`
    )
  },
  'order-refused': ({ known, proven, earlierMonth }) =>
    [
      proven
        ? '1C did not take this order: it downloaded it alone and did not confirm it, but confirmed ' +
          'other orders.'
        : '1C did not take this order: it downloaded it alone and did not confirm it. It confirmed no ' +
          'other orders in that time, so the cause may lie in 1C itself.',
      earlierMonth
        ? 'Most likely its month is closed in 1C: open the period, or leave the document as it is.'
        : known
          ? '1C has it already; most likely its document can’t be changed there: the period is closed, ' +
            'the document is locked or tied to others. Look at it in 1C.'
          : 'Look at the event log of 1C at the time of this exchange: it says what was missing.',
      'The order goes again when it changes, when you release it, and by itself after some time.',
    ].join(' '),
} satisfies Partial<ProblemWords>

const orders = (count: number): string => `${count} ${pluralEn(count, 'order', 'orders')}`
const named = (number: string | null): string => (number ? `Order ${number}` : 'The order')

function bytes(count: number): string {
  return sizeInWords(count, 'en')
}
