import { PeoplePanel } from '../../components/people/people-panel.js'

/** «Пользователи»: the administrators of this location, and the accountants of its companies. */
export default function UsersTab() {
  return (
    <>
      <PeoplePanel of="location-administrator" />
      <PeoplePanel of="accountant" />
    </>
  )
}
