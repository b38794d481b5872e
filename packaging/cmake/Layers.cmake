# One function makes a layer: its sources are the .h and .cpp files of its folder, its links are the layers it
# may use. What it must not see is shadowed by headers that stop the compiler, since Debian keeps all of
# them in one include folder where a target's links alone forbid nothing.

set(FORETRAIL_SHADOW_torch torch/torch.h torch/script.h torch/all.h ATen/ATen.h c10/core/Device.h)
set(FORETRAIL_SHADOW_sql sqlite3.h SQLiteCpp/SQLiteCpp.h SQLiteCpp/Database.h SQLiteCpp/Statement.h QtSql/QSqlDatabase QtSql/QSqlQuery)
set(FORETRAIL_SHADOW_widgets QtWidgets/QWidget QtWidgets/QApplication QtCharts/QChart QtGui/QPainter QtGui/QGuiApplication)

function(foretrail_forbid target)
    foreach(what IN LISTS ARGN)
        foreach(header IN LISTS FORETRAIL_SHADOW_${what})
            set(file ${PROJECT_BINARY_DIR}/shadow/${what}/${header})
            if(NOT EXISTS ${file})
                file(WRITE ${file} "#error \"${header} is not for this layer: see the table of layers in core/CMakeLists.txt\"\n")
            endif()
        endforeach()
        target_include_directories(${target} BEFORE PRIVATE ${PROJECT_BINARY_DIR}/shadow/${what})
    endforeach()
endfunction()

# Headers that most files of a layer read anyway, compiled once for it: a third less time to compile. A file still includes what it uses.
set(FORETRAIL_CORE_HEADERS <QCoreApplication> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QLocale> <QString> <QStringList>
    <algorithm> <cmath> <functional> <map> <memory> <optional> <vector>)
set(FORETRAIL_WIDGET_HEADERS ${FORETRAIL_CORE_HEADERS} <QAction> <QBoxLayout> <QComboBox> <QEvent> <QLabel> <QPainter> <QTableView> <QTimer> <QWidget>)

function(foretrail_options target)
    target_compile_definitions(${target} PRIVATE
        QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
        QT_NO_FOREACH QT_WARN_DEPRECATED_UP_TO=0x060400 FORETRAIL_VERSION="${PROJECT_VERSION}")
    # maybe-uninitialized stays a warning: newer compilers see one inside tl::expected where none is.
    # Of files compiled together: a local name may be that of another file, a class of one of them may use what only that file
    # sees, and GCC 12 finds bounds overstepped where strings are joined.
    set(together $<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>)
    set(apart "$<IF:${together},-Wshadow=local;-Wno-subobject-linkage;-Wno-array-bounds;-Wno-stringop-overflow;-Wno-restrict,-Wshadow>")
    target_compile_options(${target} PRIVATE -Wall -Wextra ${apart} -Wnon-virtual-dtor -Woverloaded-virtual
        $<$<BOOL:${FORETRAIL_WERROR}>:-Werror -Wno-error=maybe-uninitialized>)
    if(FORETRAIL_SANITIZE) # under which the same is found in files apart
        target_compile_options(${target} PUBLIC -fsanitize=${FORETRAIL_SANITIZE} -fno-omit-frame-pointer
            -Wno-array-bounds -Wno-stringop-overflow -Wno-restrict)
        target_link_options(${target} PUBLIC -fsanitize=${FORETRAIL_SANITIZE})
    endif()
endfunction()

# foretrail_layer(NAME [FOLDER dir] [USES targets] [PRIVATE targets] [FORBID torch|sql|widgets])
function(foretrail_layer name)
    cmake_parse_arguments(L "" "FOLDER" "USES;PRIVATE;FORBID" ${ARGN})
    if(NOT L_FOLDER)
        set(L_FOLDER ${CMAKE_CURRENT_SOURCE_DIR}/${name})
    endif()
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${L_FOLDER}/*.cpp ${L_FOLDER}/*.h)
    add_library(foretrail_${name} ${sources}) # shared where tests are built: a hundred programs link them
    set_target_properties(foretrail_${name} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(foretrail_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(foretrail_${name} PUBLIC ${L_USES} PRIVATE ${L_PRIVATE})
    foretrail_options(foretrail_${name})
    foretrail_forbid(foretrail_${name} ${L_FORBID})
    list(LENGTH sources count)
    if(count LESS 20) # a small layer gains nothing
        return()
    endif()
    if("widgets" IN_LIST L_FORBID)
        target_precompile_headers(foretrail_${name} PRIVATE ${FORETRAIL_CORE_HEADERS})
    else()
        target_precompile_headers(foretrail_${name} PRIVATE ${FORETRAIL_WIDGET_HEADERS})
    endif()
endfunction()
