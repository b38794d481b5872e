# The Debian package, made by packaging/deb.sh. Depends are what the programs link and what they load by name; LibTorch, which only
# the module of core/neural links, is recommended: everything else runs without it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME foretrail)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Foretrail developers <developers@foretrail.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "forecasts an online shop and shows its shoppers")
set(CPACK_PACKAGE_DESCRIPTION "Foretrail reads sales and behaviour logs into one workspace file,
forecasts what will sell with statistical and recurrent models, and shows
each shopper: what they bought, how often, and how long they have been
silent. It works offline; no data leaves the machine.

The package holds the program with a window, foretrail, and the command
line, foretrail-cli.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${FORETRAIL_DEB_RELEASE})
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# Icons are drawn by a plug-in that newer releases pack apart from the library; networks and matrices look for OpenBLAS by its name.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libopenblas0-pthread, qt6-svg-plugins | libqt6svg6 (<< 6.8), fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "shared-mime-info, desktop-file-utils, hicolor-icon-theme, xdg-utils, qt6-qpa-plugins, qt6-wayland, \
qt6-translations-l10n, fonts-wqy-microhei | fonts-noto-cjk")
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/DebLibraries.cmake)
include(CPack)
