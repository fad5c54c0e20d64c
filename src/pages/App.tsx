import React from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { OverviewPage } from './overview/OverviewPage';
import { SetupPage } from './setup/SetupPage';

/** The app's pages, below /a/shigan-policy-app. */
export default function App() {
  return (
    <Routes>
      <Route path="overview" element={<OverviewPage />} />
      <Route path="setup" element={<SetupPage />} />
      <Route path="*" element={<Navigate to="overview" replace />} />
    </Routes>
  );
}
