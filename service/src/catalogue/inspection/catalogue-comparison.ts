import { describeProblem } from '@obmen/contract'
import type { FileInspection } from '@obmen/contract/rest'
import type { Database, Queryable } from '../../db/database.js'
import { UploadRefused } from '../../uploads/upload.js'
import { comparedItems, type ItemSource } from '../apply/apply-rows.js'
import { otherCatalogues } from '../apply/close-import.js'
import type { CatalogueRow, CatalogueSummary } from '../reading/catalogue-rows.js'
import { toJsonArray } from '../reading/parse-catalogue.js'

type ItemOutcome = 'added' | 'changed' | 'unchanged'

/** What the files of a catalogue would change altogether. */
export type CatalogueChanges = NonNullable<FileInspection['catalogue']>

/** Compares files with the catalogue that an integration has. */
export interface CatalogueComparison {
  /** What the rows would do to each of their items and offers, by id. @throws UploadRefused */
  compare(rows: readonly CatalogueRow[]): Promise<ReadonlyMap<string, ItemOutcome>>
  /** A file has been compared to its end. */
  include(file: Pick<CatalogueSummary, 'catalogueId' | 'wholeItems' | 'wholeOffers'>): void
  /** With `failed`, a file of the import could not be read: nothing would be gone. */
  end(of: { failed: boolean }): Promise<CatalogueChanges>
}

export interface ComparedWith {
  integrationKey: number
  /** Items that a catalogue may have. */
  limit: number
  /** Most items listed by name. */
  shown: number
}

/**
 * Runs `work` with a comparison that keeps what the files mention in a temporary table, so that memory does
 * not grow with them. Stored data is not changed. `work` may be retried.
 */
export function withComparison<T>(
  db: Database,
  compared: ComparedWith,
  work: (comparison: CatalogueComparison) => Promise<T>,
): Promise<T> {
  return db.transaction(async tx => {
    await tx.query(
      `create temporary table mentioned_item (
         id text primary key, outcome text not null, lost boolean not null) on commit drop`,
    )
    return work(openComparison(tx, compared))
  })
}

function openComparison(tx: Queryable, { integrationKey, limit, shown }: ComparedWith): CatalogueComparison {
  let mentioned = 0
  /** Ids of the catalogues that are whole. */
  const items = new Set<string>()
  const offers = new Set<string>()
  return {
    async compare(rows) {
      const outcomes = new Map<string, ItemOutcome>()
      for (const source of ['item', 'offer'] as const) {
        const given = toJsonArray(rows, source)
        if (given === '[]') continue
        const compared = await tx.query<{ id: string; outcome: ItemOutcome; fresh: boolean }>(
          COMPARE[source],
          [integrationKey, given],
        )
        for (const { id, outcome, fresh } of compared.rows) {
          outcomes.set(id, outcome)
          if (fresh) mentioned++
        }
      }
      if (mentioned > limit) throw new UploadRefused(describeProblem('catalogue-too-large', { limit }))
      return outcomes
    },
    include({ catalogueId, wholeItems, wholeOffers }) {
      if (wholeItems) items.add(catalogueId ?? '')
      if (wholeOffers) offers.add(catalogueId ?? '')
    },
    async end({ failed }) {
      const { rows } = await tx.query<CatalogueChanges>(CHANGES, [
        integrationKey,
        failed ? [] : [...items],
        failed ? [] : [...offers],
        shown,
      ])
      return rows[0]!
    },
  }
}

/** An item counts once, however many files mention it: as new, else as changed if any file changes it. */
const compareSql = (source: ItemSource): string => `
  with ${comparedItems(source)}
  insert into mentioned_item as m (id, outcome, lost)
  select item_id, case when not known then 'added' when differs then 'changed' else 'unchanged' end,
         coalesce(state_before = 'current' and state <> 'current', false)
    from compared
  on conflict (id) do update
     set outcome = case when m.outcome = 'added' or excluded.outcome = 'unchanged' then m.outcome
                        else excluded.outcome end,
         lost = m.lost or excluded.lost
  returning id, outcome, xmax = 0 as fresh`

const COMPARE = { item: compareSql('item'), offer: compareSql('offer') }

const CHANGES = `
  with gone as materialized (
    select i.item_id, i.name, i.sort_key from catalogue_item i
     where i.integration_key = $1 and i.state = 'current' and i.catalogue_ids <> '{}'
       and ${otherCatalogues('$2::text[]', '$3::text[]')} = '{}'
       and not exists (select from mentioned_item m where m.id = i.item_id)),
  lost as materialized (select item_id from gone union select id from mentioned_item where lost)
  select (select count(*)::int from mentioned_item where outcome = 'added') as added,
         (select count(*)::int from mentioned_item where outcome = 'changed') as changed,
         (select count(*)::int from gone) as gone,
         coalesce((select json_agg(json_build_object('itemId', item_id, 'name', name)
                                   order by sort_key, item_id)
                     from (select * from gone order by sort_key, item_id limit $4) first),
                  '[]') as "goneItems",
         array(select l.line_id from catalogue_link l
                 join catalogue_item i on i.integration_key = l.integration_key and i.item_id = l.item_id
                where l.integration_key = $1 and l.until is null
                  and (i.item_id in (select item_id from lost) or i.base_id in (select item_id from lost))
                order by l.line_id) as "brokenLinks"`
