import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A page of which nothing is there yet. */
export function LoadingPage() {
  return (
    <main id="main">
      <Loading />
    </main>
  );
}

/** Says that something is being read, once it takes longer than 300 ms. */
export function Loading() {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="loading" role="status">
      {late && <Spin size="small" />} {late && t('loading')}
    </p>
  );
}
