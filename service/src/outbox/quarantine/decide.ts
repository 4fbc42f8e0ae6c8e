import type { Plan, QuarantineState } from './search-state.js'

/** What to send next. `hasRest`: whether anything is owed besides the isolated orders. Pure. */
export function decide({ search }: QuarantineState, hasRest: boolean): Plan {
  if (!search) return { kind: 'all' }
  const isolated = search.isolated.map(({ id }) => id)
  if (search.suspects.length > 0) {
    return {
      kind: 'part',
      ids: search.suspects.slice(0, search.part),
      of: search.suspects.length,
      except: [...new Set([...search.given, ...isolated])],
    }
  }
  const [next] = search.isolated
  const unclear = !search.quiet && next !== undefined && next.explains.length > 0
  const control = search.turn === 'control' || (search.turn === 'rest' && !hasRest && unclear)
  if (!next || control || (search.turn === 'rest' && hasRest))
    return { kind: 'rest', except: isolated, control }
  return { kind: 'alone', id: next.id, again: next.again === true }
}
