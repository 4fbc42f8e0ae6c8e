import { Tabs } from '@mantine/core'
import { type ReactNode, Suspense } from 'react'
import { Loading } from './loaded.js'

interface Props<Tab extends string> {
  tabs: readonly Tab[]
  shown: Tab
  /** Navigates with `resetScroll: false`, or the router scrolls the row of tabs back. */
  onChoose: (tab: Tab) => void
  title: (tab: Tab) => ReactNode
  children: ReactNode
}

export function PageTabs<Tab extends string>({ tabs, shown, onChoose, title, children }: Props<Tab>) {
  return (
    <Tabs value={shown} onChange={tab => onChoose(tab as Tab)} keepMounted={false}>
      <Tabs.List mb="xl">
        {tabs.map(tab => (
          <Tabs.Tab key={tab} value={tab} ref={tab === shown ? reveal : null}>
            {title(tab)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={shown}>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </Tabs.Panel>
    </Tabs>
  )
}

function reveal(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
