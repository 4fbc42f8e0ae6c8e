import { useLazyComponent } from '../../hooks/use-lazy-component.js'
import { ColumnsButton } from './columns-button.js'
import type { ColumnsProps } from './columns-menu.js'

/** Which columns of a list are shown, and how close its rows stand: remembered for the person, on whatever computer. */
export function ChooseColumns(props: ColumnsProps) {
  const { Loaded, button } = useLazyComponent(() => import('./columns-menu.js'))
  return Loaded ? <Loaded {...props} /> : <ColumnsButton aria-haspopup="menu" {...button} />
}
