/** The preview in a browser: pages on loopback, for whoever has their address. The only user of the JDK's HTTP server. */
@NullMarked
package mad.preview;

import org.jspecify.annotations.NullMarked;
