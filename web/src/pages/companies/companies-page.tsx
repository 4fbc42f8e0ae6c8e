import { Button, SegmentedControl } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArchive, IconBuilding, IconPlus, IconSearchOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { companiesQuery } from '../../api/companies.js'
import { useAdministers } from '../../api/people/me.js'
import type { PageSearch } from '../../app/search.js'
import { SearchBar, SearchField } from '../../components/filters/search-field.js'
import { FormModal } from '../../components/forms/form-modal.js'
import { Listed } from '../../components/layout/listed.js'
import { Empty } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { ChooseColumns, DownloadList } from '../../components/list-menus/list-menus.js'
import { useTexts } from '../../texts/language.js'
import { CompaniesTable } from './companies-table.js'
import { CompanyForm, type Subject } from './company-form.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/companies')
const ROWS = 50

/** «Компании»: the suppliers on the platform. Search, archive and page are in the URL. */
export function CompaniesPage() {
  const t = useTexts(texts)
  const { name: _name, actions: _buttons, ...columns } = t.columns
  const administers = useAdministers()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [opened, dialog] = useDisclosure(false)
  const [subject, setSubject] = useState<Subject>('new')
  const { q, archived, cursor } = search
  const filter = { archived: archived ?? false, limit: ROWS }
  const query = useQuery(companiesQuery({ ...filter, count: true, q, cursor }))

  function change(changed: PageSearch) {
    void navigate({ search: { q, archived, ...changed }, replace: 'q' in changed, resetScroll: false })
  }
  function open(next: Subject) {
    setSubject(next)
    dialog.open()
  }
  const actions = (
    <>
      <ChooseColumns list="companies" titles={columns} />
      <DownloadList list="companies" filter={{ q, archived: filter.archived }} />
      {administers && (
        <Button leftSection={<IconPlus size={16} />} onClick={() => open('new')}>
          {t.add}
        </Button>
      )}
    </>
  )

  return (
    <>
      <PageHeader title={t.title} description={t.about} actions={actions} />
      <SearchBar>
        <SearchField
          label={t.searchLabel}
          placeholder={t.searchPlaceholder}
          value={q}
          onChange={text => change({ q: text })}
        />
        <SegmentedControl
          aria-label={t.shown}
          data={[
            { value: 'active', label: t.active },
            { value: 'archive', label: t.archive },
          ]}
          value={archived ? 'archive' : 'active'}
          onChange={value => change({ archived: value === 'archive' ? true : undefined })}
        />
      </SearchBar>
      <Listed
        query={query}
        empty={<NoCompanies search={search} onReset={() => change({ q: undefined })} />}
        unit={t.found}
        keepScroll
      >
        {(items, stale) => (
          <CompaniesTable companies={items} stale={stale} onEdit={administers ? open : undefined} />
        )}
      </Listed>
      <FormModal
        opened={opened}
        onClose={dialog.close}
        title={subject === 'new' ? t.form.create : t.form.edit}
      >
        <CompanyForm subject={subject} />
      </FormModal>
    </>
  )
}

/** Why the list is empty: nothing was found, nothing is archived, or there is no company yet. */
function NoCompanies({ search: { q, archived }, onReset }: { search: PageSearch; onReset: () => void }) {
  const t = useTexts(texts)
  if (q !== undefined)
    return (
      <Empty
        icon={IconSearchOff}
        title={t.nothingTitle}
        text={t.nothing(q)}
        reset={{ text: t.reset, onClick: onReset }}
      />
    )
  if (archived) return <Empty icon={IconArchive} title={t.emptyArchiveTitle} text={t.emptyArchive} />
  return <Empty icon={IconBuilding} title={t.emptyTitle} text={t.empty} />
}
