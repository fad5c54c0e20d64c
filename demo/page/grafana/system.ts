/** The module loader with which Grafana loads plugins: SystemJS, told to read AMD. It sets `window.System`. */
import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';
