import { Drawer } from '@mantine/core'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './shell.module.css'
import { SideMenu } from './side-menu.js'

export default function MenuDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(texts)
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={280}
      padding={0}
      title={t.menu}
      classNames={{ header: classes.drawerHeader, body: classes.drawerBody, content: classes.drawer }}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <SideMenu />
    </Drawer>
  )
}
