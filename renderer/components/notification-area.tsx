import { Notifications } from '@mantine/notifications';

/** Where notifications appear. Loaded behind the first picture: what is told before is kept for it. */
export default function NotificationArea() {
  return <Notifications position="bottom-right" autoClose={8000} />;
}
