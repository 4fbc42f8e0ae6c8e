import { useMe } from '../../api/people/me.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { useTexts } from '../../texts/language.js'
import classes from './account.module.css'
import { PasswordForm } from './password-form.js'
import { ProfileForm } from './profile-form.js'
import { texts } from './texts.js'

export function AccountPage() {
  const t = useTexts(texts)
  const { data: me } = useMe()
  if (!me) return null
  return (
    <>
      <PageHeader title={t.title} />
      <div className={classes.account}>
        <ProfileForm me={me} />
        <PasswordForm />
      </div>
    </>
  )
}
