import type { ThemeConfig } from 'antd';

/** Ink on paper: white, one grey, one deep blue for what can be acted on; red only for overdue or refused. */
export const theme: ThemeConfig = {
  cssVar: { key: 'sanxiang' },
  token: {
    colorPrimary: '#1d3f72',
    colorLink: '#1d3f72',
    colorError: '#b3261e',
    colorWarning: '#8a5a00',
    colorSuccess: '#1f6b3a',
    borderRadius: 3,
    fontSize: 14,
    fontFamily: "'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
  },
};
