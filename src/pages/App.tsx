import React from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { PageLayoutType } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { OverviewPage } from './overview/OverviewPage';
import { SetupPage } from './setup/SetupPage';

/** The app's pages, below /a/shigan-policy-app. They bring their own headings; Grafana adds the breadcrumbs. */
export default function App() {
  return (
    <PluginPage layout={PageLayoutType.Custom}>
      <Routes>
        <Route path="overview" element={<OverviewPage />} />
        <Route path="setup" element={<SetupPage />} />
        <Route path="*" element={<Navigate to="overview" replace />} />
      </Routes>
    </PluginPage>
  );
}
