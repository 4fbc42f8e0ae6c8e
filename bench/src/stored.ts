import { type Connected, connect, type Installation, putOrders, type Server } from './bench.js'
import { exchange } from './exchange.js'

/** Orders put over REST; the others are copies, since loading all takes longer than measuring. */
const SEED = 10_000
const PER_COMPANY = 500_000

/** Fills an installation with `count` stored orders, all confirmed by the company's 1C. */
export async function fillStored(
  installation: Installation,
  server: Server,
  count: number,
): Promise<Connected> {
  const connected = await connect(server, installation)
  const seed = Math.min(SEED, count)
  await putOrders(server, installation, seed)
  await exchange(connected)
  for (let copied = seed; copied < count; copied += seed) {
    const more = Math.min(seed, count - copied)
    await copyOrders(
      installation,
      copied < PER_COMPANY ? installation.companyId : await otherCompany(installation),
      copied,
      more,
    )
  }
  await installation.db.query('vacuum analyze')
  return connected
}

const others = new WeakMap<Installation, Promise<string>>()

function otherCompany(installation: Installation): Promise<string> {
  const known = others.get(installation) ?? installation.addCompany()
  others.set(installation, known)
  return known
}

async function copyOrders(
  { db, companyId }: Installation,
  to: string,
  shift: number,
  count: number,
): Promise<void> {
  await db.query(
    `with copied as (
       insert into sale_order
         (location_id, id, company_id, sequence_number, platform_number, revision, content,
          payment_numbers, status, canceled, gateways, placed_at, total, customer_name, search, content_size,
          currency)
       select location_id, id || '-' || $3::bigint, $2, sequence_number + $3::bigint,
              platform_number || '-' || $3::bigint, revision, content, payment_numbers, status, canceled,
              gateways, placed_at - $3::bigint * interval '1 minute', total, customer_name, search,
              content_size, currency
         from sale_order where company_id = $1 and sequence_number <= $4
       returning key, sequence_number)
     insert into outbox_entry
       (integration_key, order_key, latest_revision, pending_revision, confirmed_revision, confirmed_at,
        first_sent_at, last_sent_at, sent_revision, sent_number)
     select i.key, c.key, 1, 1, 1, now(), now(), now(), 1, c.sequence_number::text
       from copied c join integration i on i.company_id = $2`,
    [companyId, to, shift, count],
  )
}
