import { PeoplePanel } from '../../components/people/people-panel.js'

/** «Пользователи»: the administrators of this location. */
export default function UsersTab() {
  return <PeoplePanel of="location-administrator" />
}
