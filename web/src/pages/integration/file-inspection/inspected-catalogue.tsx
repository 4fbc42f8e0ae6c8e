import type { FileInspection, InspectedFile } from '@obmen/contract/rest'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { Status, type Tone } from '../../../components/status.js'
import { useTexts } from '../../../texts/language.js'
import { ItemName } from '../../catalogue/item-name.js'
import classes from './file-inspection.module.css'
import { texts } from './texts-file-inspection.js'

type Catalogue = NonNullable<InspectedFile['catalogue']>
type Entry = Catalogue['entries'][number]

const TONES: Readonly<Record<NonNullable<Entry['outcome']>, Tone>> = {
  added: 'green',
  changed: 'amber',
  unchanged: 'grey',
}

/** Content of a catalogue file: its first items, and what would become of each. */
export function InspectedCatalogue({ name, catalogue }: { name: string; catalogue: Catalogue }) {
  const t = useTexts(texts)
  const { entries, items, offers } = catalogue
  const columns: Column<Entry>[] = [
    { id: 'item', title: t.columns.item, onCard: 'title', cell: entryName },
    { id: 'unit', title: t.columns.unit, cell: ({ unitName }) => unitName ?? '' },
    {
      id: 'vat',
      title: t.columns.vat,
      cell: ({ vat }) => (vat === 'none' ? t.noVat : vat === null ? '' : `${vat} %`),
    },
    {
      id: 'price',
      title: t.columns.price,
      align: 'end',
      cell: ({ prices: [first] }) => [first?.price, first?.currency].filter(Boolean).join(' '),
    },
    { id: 'quantity', title: t.columns.quantity, align: 'end', cell: ({ quantity }) => quantity ?? '' },
    {
      id: 'outcome',
      title: t.columns.outcome,
      onCard: 'plain',
      cell: ({ outcome }) => outcome && <Status tone={TONES[outcome]}>{t.becomes[outcome]}</Status>,
    },
  ]
  return (
    <>
      <p className={classes.second}>{t.counts(catalogue)}</p>
      {entries.length > 0 && (
        <DataTable
          label={name}
          columns={columns}
          rows={entries}
          rowKey={entry => entries.indexOf(entry)}
          wide
        />
      )}
      {entries.length < items + offers && <p className={classes.second}>{t.more(entries.length)}</p>}
    </>
  )

  function entryName({ deleted, name, ...item }: Entry) {
    const named = { ...item, name: name ?? '' }
    return deleted ? <ItemName item={named} more={t.markedDeleted} /> : <ItemName item={named} />
  }
}

/** What all files of a catalogue would change together. */
export function CatalogueChanges({ changes }: { changes: NonNullable<FileInspection['catalogue']> }) {
  const t = useTexts(texts)
  const { added, changed, gone, goneItems, brokenLinks } = changes
  return (
    <>
      <p>
        <strong>{t.catalogueChanges(added, changed, gone)}</strong>
      </p>
      {gone > 0 && (
        <>
          <p>{t.ifNoOther}</p>
          <ul className={classes.documents}>
            {goneItems.map(({ itemId, name }) => (
              <li key={itemId}>{name || itemId}</li>
            ))}
          </ul>
          {goneItems.length < gone && <p className={classes.second}>{t.more(goneItems.length)}</p>}
        </>
      )}
      {brokenLinks.length > 0 && <p className={classes.failure}>{t.brokenLinks(brokenLinks.join(', '))}</p>}
    </>
  )
}
