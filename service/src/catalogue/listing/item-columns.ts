import type { CatalogueItem } from '@obmen/contract/rest'

/** An item as it is shown: a characteristic without its own value inherits that of its item. */
export interface ItemRow extends Omit<CatalogueItem, 'unit' | 'stateSince' | 'changedAt'> {
  unitCode: string | null
  unitName: string | null
  stateSince: Date
  changedAt: Date
}

/** If an item is gone, so are its characteristics. */
export const ITEM_STATE = `case when i.state = 'current' then coalesce(b.state, i.state) else i.state end`

/**
 * Joins the item of `catalogue_item i` as `b` if `i` is a characteristic. Looked up row by row in key
 * order: statistics know nothing of a catalogue that has just arrived, and a plain join would compare each
 * item with every other.
 */
export const ITEM_BASE = `
  left join lateral (
    select base.* from catalogue_item base
     where base.integration_key = i.integration_key and base.item_id = i.base_id and i.item_id <> i.base_id
     order by base.integration_key, base.item_id limit 1) b on true`

/** Joins the base item `b` of a characteristic, and the unit `u`, which 3.x refers to by id. */
export const ITEM_JOINS = `
  ${ITEM_BASE}
  left join catalogue_reference u on u.integration_key = i.integration_key and u.kind = 'unit'
        and u.id = coalesce(i.unit_code, i.unit_name, b.unit_code, b.unit_name)`

/** A characteristic is in the groups of its item. */
export const GROUPS_OF_ITEM = `
  case when i.group_ids = '{}' then coalesce(b.group_ids, '{}') else i.group_ids end`

/** What links and suggestions show of an item. */
export const LINKED_COLUMNS = `
  i.item_id as "itemId", coalesce(nullif(i.name, ''), b.name, '') as name,
  coalesce(i.article, b.article) as article,
  coalesce(u.details->>'code', i.unit_code, b.unit_code) as "unitCode",
  coalesce(u.name, i.unit_name, b.unit_name) as "unitName",
  coalesce(i.vat, b.vat) as vat, ${ITEM_STATE} as state`

export const ITEM_COLUMNS = `${LINKED_COLUMNS},
  coalesce(i.full_name, b.full_name) as "fullName", coalesce(i.barcode, b.barcode) as barcode,
  coalesce(i.kind, b.kind) as kind,
  case when i.state = 'current' then coalesce(b.state_since, i.state_since) else i.state_since end
    as "stateSince",
  i.changed_at as "changedAt", ${GROUPS_OF_ITEM} as "groupIds",
  i.characteristics, i.quantity,
  coalesce((
    select jsonb_agg(jsonb_build_object('priceTypeId', p->>'typeId', 'priceType', r.name,
                                        'price', p->>'price', 'currency', p->>'currency',
                                        'unit', p->>'unit'))
      from jsonb_array_elements(i.prices) p
      left join catalogue_reference r
        on r.integration_key = i.integration_key and r.kind = 'price-type' and r.id = p->>'typeId'),
    '[]') as prices,
  coalesce((
    select jsonb_agg(jsonb_build_object('warehouseId', w->>'warehouseId', 'warehouse', r.name,
                                        'quantity', w->>'quantity'))
      from jsonb_array_elements(i.stock) w
      left join catalogue_reference r
        on r.integration_key = i.integration_key and r.kind = 'warehouse' and r.id = w->>'warehouseId'),
    '[]') as stock,
  array(select l.line_id from catalogue_link l
         where l.integration_key = i.integration_key and l.item_id = i.item_id and l.until is null
         order by l.line_id limit 20) as "lineIds"`
