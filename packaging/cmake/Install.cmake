# What an installation holds beside the module of core/neural: the two programs, what a desktop wants to know of them, manual
# pages and what Debian's policy asks for.
include(GNUInstallDirs)
find_program(GZIP gzip REQUIRED)

install(TARGETS foretrail foretrail-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(BUILD_SHARED_LIBS) # the layers stay in the build: only programs that hold them are for others
    set_target_properties(foretrail foretrail-cli PROPERTIES INSTALL_RPATH ${CMAKE_LIBRARY_OUTPUT_DIRECTORY})
endif()

set(desktop ${PROJECT_SOURCE_DIR}/packaging/desktop)
install(FILES ${desktop}/org.foretrail.Foretrail.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/org.foretrail.Foretrail.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${desktop}/org.foretrail.Foretrail.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
    RENAME org.foretrail.Foretrail.xml)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/foretrail.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)

# Debian 12 and 13 have different libraries, hence packages of their own: 0.1.0-1~deb12 is older than 0.1.0-1~deb13.
set(FORETRAIL_DEB_RELEASE 1)
if(EXISTS /etc/os-release)
    file(STRINGS /etc/os-release system REGEX "^(ID|VERSION_ID)=")
    string(REGEX REPLACE ".*ID=\"?([a-z]+).*" "\\1" id "${system}")
    string(REGEX REPLACE ".*VERSION_ID=\"?([0-9.]+).*" "\\1" number "${system}")
    string(REPLACE debian deb id "${id}")
    if("${id}${number}" MATCHES "^[a-z]+[0-9.]+$")
        set(FORETRAIL_DEB_RELEASE 1~${id}${number})
    endif()
endif()

# foretrail_packed(FOLDER FILE NAME): FILE, with what is between @ filled in, packed as NAME.gz and installed into FOLDER
function(foretrail_packed folder file name)
    set(filled ${PROJECT_BINARY_DIR}/packed/${name}.in)
    set(packed ${PROJECT_BINARY_DIR}/packed/${name}.gz)
    configure_file(${PROJECT_SOURCE_DIR}/${file} ${filled} @ONLY)
    add_custom_command(OUTPUT ${packed} DEPENDS ${filled} VERBATIM
        COMMAND ${CMAKE_COMMAND} -E copy ${filled} ${PROJECT_BINARY_DIR}/packed/${name}
        COMMAND ${GZIP} -9nf ${PROJECT_BINARY_DIR}/packed/${name})
    add_custom_target(packed_${name} ALL DEPENDS ${packed})
    install(FILES ${packed} DESTINATION ${folder})
endfunction()
foretrail_packed(${CMAKE_INSTALL_MANDIR}/man1 packaging/man/foretrail.1 foretrail.1)
foretrail_packed(${CMAKE_INSTALL_MANDIR}/man1 packaging/man/foretrail-cli.1 foretrail-cli.1)
foretrail_packed(${CMAKE_INSTALL_DOCDIR} CHANGELOG.md changelog)
foretrail_packed(${CMAKE_INSTALL_DOCDIR} packaging/deb/changelog changelog.Debian)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/deb/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
