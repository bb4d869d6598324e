import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import 'antd/dist/reset.css';
import './style.css';
import { App } from './app.tsx';
import { signs, touched } from './attended.ts';
import { Problem } from './http.ts';
import { startWords } from './words/start-words.ts';

startWords();
for (const sign of signs) addEventListener(sign, touched, { passive: true, capture: true });

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was refused stays refused; only what did not get through is asked again.
      retry: (times, error) => times < 2 && !(error instanceof Problem && error.status < 500),
    },
  },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      {/* The page one leaves goes at once: while the next is on its way, nothing may be done on one whose address is no longer there. */}
      <BrowserRouter useTransitions={false}>
        <App />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
