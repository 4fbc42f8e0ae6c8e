import PeoplePanel from '../../components/people/people-panel.js'

export default function UsersTab() {
  return (
    <>
      <PeoplePanel of="location-administrator" />
      <PeoplePanel of="accountant" />
    </>
  )
}
