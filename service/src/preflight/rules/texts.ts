import { PROFILES } from '../../clients/index.js'
import { cleanName, cleanText } from '../../sale-feed/document/clean-text.js'
import { isReserved, plainName, RESERVED_SUFFIX } from '../../sale-feed/document/reserved-names.js'
import { MODULES, type Rule } from './rule.js'
import { shorten } from './sums.js'

const WHOLE = Number.POSITIVE_INFINITY
const VALUE_LIMIT = 1000
const NAME_LIMIT = 250
const ADDRESS_LIMIT = 250

/** What attributes do upon which a client acts, by their plain names. */
const EFFECTS = new Map(
  Object.values(PROFILES).map(profile => {
    const named = Object.entries(profile.attributeEffects)
    return [profile, new Map(named.map(([name, effect]) => [plainName(name), effect]))]
  }),
)

/** Texts that are truncated, renamed, or ignored. */
export const TEXT_RULES: readonly Rule[] = [
  {
    code: 'comment-cut',
    severity: 'loses',
    appliesTo: 'all',
    about: 'A comment holds 3,000 characters, the order’s number and payments before it included.',
    source: MODULES.sent,
    check({ order, document }, report) {
      const comment = cleanText(order.comment ?? '', WHOLE)
      if (comment !== '' && !(document.comment ?? '').includes(comment))
        report({ path: '/comment', params: { length: comment.length } })
    },
  },
  {
    code: 'text-cut',
    severity: 'loses',
    appliesTo: 'all',
    about: 'An address or a full name holds 250 characters, another text 1,000.',
    source: MODULES.sent,
    check({ order, profile }, report) {
      const { customer, delivery } = order
      const texts: [string, string | undefined, number][] = [
        ['/customer/address', customer.address, ADDRESS_LIMIT],
        ['/customer/fullName', customer.kind === 'person' ? undefined : customer.fullName, ADDRESS_LIMIT],
        [
          '/delivery/address',
          delivery?.address,
          profile.deliveryAddress === 'buyer' ? ADDRESS_LIMIT : VALUE_LIMIT,
        ],
        ['/delivery/recipient', delivery?.recipient, VALUE_LIMIT],
        ['/place/name', order.place?.name, VALUE_LIMIT],
      ]
      for (const [path, text = '', limit] of texts)
        if (cleanText(text, WHOLE).length > limit)
          report({ path, params: { text: shorten(text), length: text.length, limit } })
    },
  },
  {
    code: 'attribute-cut',
    severity: 'loses',
    appliesTo: 'all',
    about: 'The value of an attribute holds 1,000 characters, its name 250.',
    source: MODULES.sent,
    check({ order }, report) {
      for (const [name, value] of Object.entries(order.attributes))
        if (cleanText(value, WHOLE).length > VALUE_LIMIT || cleanName(name, WHOLE).length > NAME_LIMIT)
          report({
            path: pathOf(name),
            params: { name: shorten(name), length: value.length, limit: VALUE_LIMIT },
          })
    },
  },
  {
    code: 'attribute-dropped',
    severity: 'loses',
    appliesTo: 'all',
    about:
      'Of attributes that 1C can’t distinguish (letter case, blanks) only the first is sent; one that ' +
      'consists of control characters is not sent.',
    source: MODULES.sent,
    check({ order, document }, report) {
      for (const [name, text] of Object.entries(order.attributes)) {
        const own = cleanName(name, NAME_LIMIT)
        const value = cleanText(text, VALUE_LIMIT)
        const isSent = document.requisites?.some(
          sent => sent.value === value && (sent.name === own || sent.name === own + RESERVED_SUFFIX),
        )
        if (!isSent) report({ path: pathOf(name), params: { name: shorten(name) } })
      }
    },
  },
  {
    code: 'attribute-renamed',
    severity: 'note',
    appliesTo: 'all',
    about:
      'An attribute with the name of a requisite by which 1C acts gets « (с сайта)» after its name, so ' +
      'that 1C only stores it.',
    source: MODULES.sent,
    check({ order, document }, report) {
      const sent = new Set(document.requisites?.map(({ name }) => name))
      for (const name of Object.keys(order.attributes)) {
        const renamed = cleanName(name, NAME_LIMIT) + RESERVED_SUFFIX
        if ((isReserved(name) || !sent.has(cleanName(name, NAME_LIMIT))) && sent.has(renamed))
          report({ path: pathOf(name), params: { name: shorten(name), renamed } })
      }
    },
  },
  {
    code: 'attribute-steers-1c',
    severity: ['note', 'loses'],
    appliesTo: 'all',
    about:
      'An attribute that 1C not only stores but acts upon: it sets a field of the document, or a delivery ' +
      'method that is looked up by id.',
    source: MODULES.all,
    check({ order, profile }, report) {
      const steered = EFFECTS.get(profile)!
      for (const name of Object.keys(order.attributes)) {
        const effect = steered.get(plainName(name))
        if (effect !== undefined)
          report({
            path: pathOf(name),
            severity: effect === 'delivery-id' ? 'loses' : 'note',
            params: { name: shorten(name), effect },
          })
      }
    },
  },
  {
    code: 'delivery-address-unread',
    severity: 'loses',
    appliesTo: 'named',
    about: 'The delivery address is sent in a requisite that is stored but not copied to a field.',
    source: MODULES.rt,
    check({ order: { delivery } }, report) {
      if (delivery?.address !== undefined)
        report({ path: '/delivery/address', params: { address: shorten(delivery.address) } })
    },
  },
  {
    code: 'contract-unread',
    severity: 'loses',
    appliesTo: 'named',
    about: 'The contract is not read: the document gets the one that 1C chooses by itself.',
    source: MODULES.all,
    check({ order: { contract } }, report) {
      if (contract !== undefined) report({ path: '/contract', params: { name: shorten(contract) } })
    },
  },
  {
    code: 'delivery-by-name',
    severity: 'note',
    appliesTo: 'named',
    about: 'The delivery method is looked up by name; if it is not found, «Самовывоз» is used.',
    source: MODULES.bp,
    expectedEffect: true,
    check({ order: { delivery } }, report) {
      if (delivery) report({ path: '/delivery/name', params: { name: shorten(delivery.name) } })
    },
  },
]

function pathOf(attribute: string): string {
  return `/attributes/${attribute.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
