/** What runs the suite on Kubernetes, checked as far as no API server does. */
@NullMarked
package org.berea.endtoend.cluster;

import org.jspecify.annotations.NullMarked;
