import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { isTyping } from './row-keys.ts';

/** 「/」 leads to the search of cases, from anywhere. */
export function useSearchKey(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      void navigate('/cases', { state: { search: true } });
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [navigate]);
}
