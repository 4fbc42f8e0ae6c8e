import { useLazyComponent } from '../../hooks/use-lazy-component.js'
import { ColumnsButton } from './columns-button.js'
import type { ColumnsProps } from './columns-menu.js'

/** Visible columns and row density of a list, stored per person on the server. */
export function ChooseColumns(props: ColumnsProps) {
  const { Loaded, button } = useLazyComponent(() => import('./columns-menu.js'))
  return Loaded ? <Loaded {...props} /> : <ColumnsButton aria-haspopup="menu" {...button} />
}
