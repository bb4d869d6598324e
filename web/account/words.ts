import { worded } from '../worded.ts';

/** What the page of one's own account says, [Chinese, English]. */
// prettier-ignore
export const useAccountWords = worded({
  title: ['我的账号', 'My account'],
  name: ['姓名', 'Name'],
  username: ['用户名', 'User name'],
  where: ['单位', 'Where'],
  post: ['职务', 'Title'],
  roles: ['角色', 'Roles'],
  rolesBy: ['角色由安全管理员授予和收回。', 'Roles are given and withdrawn by the security administrator.'],
  change: ['修改密码', 'Change the password'],
  about: ['至少十个字符，含大写字母、小写字母、数字、符号中的两种以上。修改后，在其他电脑上的登录随即失效。', 'At least ten characters, with two of capitals, small letters, digits and signs. Sign-ins on other computers end at once.'],
  current: ['现在的密码', 'Present password'],
  next: ['新密码', 'New password'],
  again: ['再输入一次新密码', 'New password once more'],
  differs: ['两次输入的新密码不一样。', 'The two new passwords differ.'],
  save: ['修改密码', 'Change it'],
  saved: ['密码已修改，下次请用新密码登录。', 'The password was changed; sign in with the new one from now on.'],
});
